package dev.lockstep.app.view.change;

import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.ReplaceBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of replacing one order.
 *
 * @param result a keyword for programs
 * @param text an explanation, may be empty
 * @param order the new order, null if there is none
 * @param replaced the replaced order
 * @param denials the rules that the replacement breaks, if it is denied
 */
public record ReplaceView(
        String result, String text, @Nullable Order order, Order replaced, List<Denial> denials) {
    public ReplaceView {
        denials = List.copyOf(denials);
    }

    /** Creates the view of a replacement that is not denied. */
    public ReplaceView(String result, String text, @Nullable Order order, Order replaced) {
        this(result, text, order, replaced, List.of());
    }

    /** Returns the view of a result. */
    public static ReplaceView of(ReplaceResult result, Order old) {
        return switch (result) {
            case ReplaceResult.NoSuchOrder none ->
                    new ReplaceView("no_such_order", "no order " + none.id(), null, old);
            case ReplaceResult.Sent(Order made, Order replaced) -> sent("sent", made, replaced);
            case ReplaceResult.AlreadySent(Order made) -> sent("already_sent", made, old);
            case ReplaceResult.KeyReused(Order other) ->
                    new ReplaceView(
                            "key_reused",
                            "not sent: the key belongs to order " + other.id(),
                            other,
                            old);
            case ReplaceResult.Denied(Order made, List<Denial> denials) ->
                    denied(denials, made, old);
            case ReplaceResult.Unrecorded(Order made, String text) ->
                    new ReplaceView(
                            "unrecorded",
                            "sent, and the answer could not be stored; 'lockstep sync' finds out ("
                                    + text
                                    + ")",
                            made,
                            old);
        };
    }

    /** Returns the view of a dry run, by the rules that the replacement would break. */
    public static ReplaceView checked(List<Denial> denials, Order old) {
        return denials.isEmpty()
                ? new ReplaceView("dry_run", "would be sent", null, old)
                : denied(denials, null, old);
    }

    private static ReplaceView denied(List<Denial> denials, @Nullable Order made, Order old) {
        return new ReplaceView("denied", DenialText.sentence(denials), made, old, denials);
    }

    private static ReplaceView sent(String result, Order made, Order old) {
        String said = DenialText.readable(made.state().text());
        if (made.status().unresolved()) {
            return new ReplaceView(
                    result,
                    "sent, and the answer is missing; 'lockstep sync' finds out (" + said + ")",
                    made,
                    old);
        }
        return new ReplaceView(
                result, made.status().refused() ? "not replaced: " + said : said, made, old);
    }

    /** Returns the JSON for programs. */
    public ReplaceBody json() {
        return ReplaceBody.of(result, text, order, replaced, denials);
    }

    /** Returns the old and the new order as a table. */
    public Table table() {
        Table table = new Table("", "order", "terms", "status");
        addRow(table, "old", replaced);
        if (order != null) {
            addRow(table, "new", order);
        }
        return table;
    }

    private static void addRow(Table table, String which, Order shown) {
        table.row(which, shown.id(), OrderView.described(shown.terms()), shown.status());
    }
}
