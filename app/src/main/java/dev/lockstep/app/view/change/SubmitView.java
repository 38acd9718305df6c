package dev.lockstep.app.view.change;

import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.body.OutcomeBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of submitting one order.
 *
 * @param result a keyword for programs
 * @param text an explanation
 * @param order the stored order, null if nothing is stored
 * @param denials the rules that the order breaks, if it is denied
 */
public record SubmitView(String result, String text, @Nullable Order order, List<Denial> denials) {
    private static final String SUBMITTED = "submitted";
    private static final String ASK =
            "sent, and the answer is missing; do not send it again, 'lockstep verify' finds out";
    private static final String STORED =
            "stored, and perhaps not sent yet; do not send it again, 'lockstep verify' finds out";

    public SubmitView {
        denials = List.copyOf(denials);
    }

    /** Creates the view of an order that is not denied. */
    public SubmitView(String result, String text, @Nullable Order order) {
        this(result, text, order, List.of());
    }

    /** Returns the view of an order that was not sent because the store failed. */
    public static SubmitView of(RepositoryException failed) {
        return failed.reason() == RepositoryException.Reason.COMMIT_UNKNOWN
                ? new SubmitView(
                        "store_unknown",
                        "not sent yet, but it may be stored and sent later: " + failed.getMessage(),
                        null)
                : new SubmitView(
                        "not_stored",
                        "not sent, for it could not be stored: " + failed.getMessage(),
                        null);
    }

    /** It would be denied. */
    public static SubmitView denied(List<Denial> denials) {
        return denied(denials, null);
    }

    /** It would be sent. */
    public static SubmitView dryRun() {
        return new SubmitView("dry_run", "would be sent", null);
    }

    /** It would be sent, as far as that could be checked. */
    public static SubmitView dryRun(String unchecked) {
        return new SubmitView("dry_run", "would be sent, but " + unchecked, null);
    }

    private static String bracketed(String said) {
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    /** Returns the view of a result. */
    public static SubmitView of(SubmitResult result) {
        return switch (result) {
            case SubmitResult.Submitted submitted -> byStatus(SUBMITTED, submitted.order());
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
            case SubmitResult.Denied denied -> denied(denied.denials(), denied.order());
            case SubmitResult.Unrecorded unrecorded ->
                    new SubmitView(
                            "unrecorded", ASK + " (" + unrecorded.text() + ")", unrecorded.order());
        };
    }

    private static SubmitView byStatus(String result, Order order) {
        String said = DenialText.readable(order.state().text());
        return switch (order.status()) {
            case UNKNOWN -> new SubmitView(result, ASK + bracketed(said), order);
            case PENDING_SUBMIT -> new SubmitView(result, STORED + bracketed(said), order);
            case REJECTED -> new SubmitView(result, "rejected by the broker: " + said, order);
            case DENIED ->
                    new SubmitView(
                            result,
                            "Denied: " + said + ".",
                            order,
                            DenialText.in(order.state().text()));
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
        return OutcomeBody.of(result, text, order, denials);
    }

    /** Returns the result as one line of text, which names a refusal once. */
    public String line() {
        if (denied()) {
            return text;
        }
        String keyword = result.replace('_', ' ');
        if (order != null && order.status() == OrderStatus.REJECTED) {
            return result.equals(SUBMITTED) ? text : keyword + ", " + text;
        }
        return keyword
                + (order == null ? "" : ", " + ShownValue.of(order.status()))
                + (text.isEmpty() ? "" : ": " + text);
    }

    /** Returns whether Lockstep refused the order, or would refuse it. */
    public boolean denied() {
        return !denials.isEmpty() || (order != null && order.status() == OrderStatus.DENIED);
    }

    /** Returns the explanation as a cell next to the result. */
    public String cell() {
        return denials.isEmpty() ? text : DenialText.reasons(denials);
    }

    /** Returns the status of the order as a cell; empty if none is stored or the result is it. */
    public Object status() {
        return order == null || ShownValue.of(order.status()).equals(result) ? "" : order.status();
    }

    /** Returns the id of the order; empty where none is stored. */
    public String id() {
        return order == null ? "" : order.id().toString();
    }

    private static SubmitView denied(List<Denial> denials, @Nullable Order order) {
        return new SubmitView("denied", DenialText.sentence(denials), order, denials);
    }
}
