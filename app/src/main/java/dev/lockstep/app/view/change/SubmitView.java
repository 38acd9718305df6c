package dev.lockstep.app.view.change;

import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.body.OutcomeBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of submitting one order.
 *
 * @param result a keyword for programs
 * @param text an explanation
 * @param order the stored order, null if nothing is stored
 */
public record SubmitView(String result, String text, @Nullable Order order) {
    private static final String ASK =
            "sent, and the answer is missing; do not send it again, 'lockstep verify' finds out";
    private static final String STORED =
            "stored, and perhaps not sent yet; do not send it again, 'lockstep verify' finds out";

    /** Returns the view of an order that was not sent because the store failed. */
    public static SubmitView of(RepositoryException failed) {
        return failed.reason() == RepositoryException.Reason.COMMIT_UNKNOWN
                ? new SubmitView(
                        "store_unknown",
                        "not sent, and it may be stored: " + failed.getMessage(),
                        null)
                : new SubmitView(
                        "not_stored",
                        "not sent, for it could not be stored: " + failed.getMessage(),
                        null);
    }

    /** It would be denied. */
    public static SubmitView denied(List<Denial> denials) {
        return new SubmitView("denied", text(denials), null);
    }

    /** It would be sent. */
    public static SubmitView dryRun() {
        return new SubmitView("dry_run", "would be sent", null);
    }

    private static String bracketed(String said) {
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    /** Returns the view of a result. */
    public static SubmitView of(SubmitResult result) {
        return switch (result) {
            case SubmitResult.Submitted submitted -> byStatus("submitted", submitted.order());
            case SubmitResult.AlreadySubmitted before ->
                    byStatus("already_submitted", before.order());
            case SubmitResult.KeyReused other ->
                    new SubmitView(
                            "key_reused",
                            "not sent: key "
                                    + other.order().idempotencyKey()
                                    + " belongs to "
                                    + OrderView.described(other.order().terms()),
                            other.order());
            case SubmitResult.Denied denied ->
                    new SubmitView("denied", text(denied.denials()), denied.order());
            case SubmitResult.Unrecorded unrecorded ->
                    new SubmitView(
                            "unrecorded", ASK + " (" + unrecorded.text() + ")", unrecorded.order());
        };
    }

    private static SubmitView byStatus(String result, Order order) {
        String said = order.state().text();
        return switch (order.status()) {
            case UNKNOWN -> new SubmitView(result, ASK + bracketed(said), order);
            case PENDING_SUBMIT -> new SubmitView(result, STORED + bracketed(said), order);
            case REJECTED -> new SubmitView(result, "rejected by the broker: " + said, order);
            case DENIED -> new SubmitView(result, "not sent: " + said, order);
            case NEVER_ACCEPTED ->
                    new SubmitView(
                            result,
                            "the broker does not have it; to try again, submit it under the same key",
                            order);
            case WAITING,
                    HELD,
                    ACCEPTED,
                    NEW,
                    PARTIALLY_FILLED,
                    DONE_FOR_DAY,
                    SUSPENDED,
                    PENDING_CANCEL,
                    PENDING_REPLACE,
                    FILLED,
                    CANCELED,
                    EXPIRED,
                    REPLACED ->
                    new SubmitView(result, said, order);
        };
    }

    /** Returns the JSON for programs. */
    public OutcomeBody json() {
        return OutcomeBody.of(result, text, order);
    }

    /** Returns the status of the order as a cell; an empty text if none is stored. */
    public Object status() {
        return order == null ? "" : order.status();
    }

    /** Returns the id of the order; empty where none is stored. */
    public String id() {
        return order == null ? "" : order.id().toString();
    }

    private static String text(List<Denial> denials) {
        return "not sent: "
                + denials.stream().map(Denial::toString).collect(Collectors.joining("; "));
    }
}
