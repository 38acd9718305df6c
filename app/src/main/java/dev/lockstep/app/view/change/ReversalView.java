package dev.lockstep.app.view.change;

import dev.lockstep.app.view.body.position.ReversalBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.reverse.ReversalResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reversing a position.
 *
 * @param symbol the position
 * @param result a keyword for programs
 * @param text an explanation, may be empty
 * @param close the closing order, null if none was stored
 * @param order the order that opens the other direction, null if none was stored
 * @param denials the rules that the order would break, if the result is {@code denied}
 */
public record ReversalView(
        Symbol symbol,
        String result,
        String text,
        @Nullable Order close,
        @Nullable Order order,
        List<Denial> denials) {
    public ReversalView {
        denials = List.copyOf(denials);
    }

    /** Returns the view of a result. */
    public static ReversalView of(Symbol each, ReversalResult result) {
        return switch (result) {
            case ReversalResult.Denied(List<Denial> denials) ->
                    new ReversalView(
                            each, "denied", DenialText.sentence(denials), null, null, denials);
            case ReversalResult.NotClosing(CloseResult close) ->
                    notClosing(each, CloseView.of(each, close));
            case ReversalResult.Reversing(Order close, Order order) ->
                    reversing(each, close, order);
        };
    }

    private static ReversalView notClosing(Symbol each, CloseView close) {
        return new ReversalView(
                each, close.result(), close.text(), close.order(), null, close.denials());
    }

    private static ReversalView reversing(Symbol each, Order close, Order order) {
        String text = DenialText.readable(order.state().text());
        OrderStatus status = order.status();
        if (status == OrderStatus.WAITING) {
            text += "; 'lockstep run' continues, or repeat the command";
            return new ReversalView(each, "waiting", text, close, order, List.of());
        }
        if (status.unresolved()) {
            return new ReversalView(each, "unresolved", text, close, order, List.of());
        }
        return new ReversalView(
                each, opens(status) ? "reversing" : "not_reversed", text, close, order, List.of());
    }

    /** Returns whether an order of this status opens the other direction, or has. */
    public static boolean opens(OrderStatus status) {
        return !status.closed() || status == OrderStatus.FILLED;
    }

    /** Returns the JSON for programs. */
    public ReversalBody json() {
        return ReversalBody.of(symbol.value(), result, text, close, order, denials);
    }
}
