package dev.lockstep.app.view.change;

import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.position.CloseBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.halt.Unclosed;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of closing one position.
 *
 * @param symbol the position
 * @param result a keyword for programs
 * @param text an explanation, may be empty
 * @param order the closing order, null if there is none
 * @param denials the rules that the exits for the rest would break, if the result is {@code held}
 */
public record CloseView(
        Symbol symbol, String result, String text, @Nullable Order order, List<Denial> denials) {
    public CloseView {
        denials = List.copyOf(denials);
    }

    /** Creates a view without denials. */
    public CloseView(Symbol symbol, String result, String text, @Nullable Order order) {
        this(symbol, result, text, order, List.of());
    }

    /** Returns the view of a result. */
    public static CloseView of(Symbol each, CloseResult result) {
        return switch (result) {
            case CloseResult.Gone _ ->
                    new CloseView(each, "gone", "there is no such position", null);
            case CloseResult.Failed(BrokerFault fault) ->
                    new CloseView(each, "failed", FaultText.of(fault), null);
            case CloseResult.Held(List<Order> holding, List<Denial> denials) ->
                    new CloseView(
                            each,
                            "held",
                            "the venue would not take the exits again for what is left ("
                                    + DenialText.reasons(denials)
                                    + "): "
                                    + holding.stream()
                                            .map(order -> order.id().value())
                                            .collect(Collectors.joining(", ")),
                            null,
                            denials);
            case CloseResult.Busy(Order order) ->
                    new CloseView(
                            each,
                            "busy",
                            "a close of "
                                    + order.terms().orderQty()
                                    + " is under way; nothing more was done",
                            order);
            case CloseResult.Refused(Order order, Instant again) ->
                    new CloseView(
                            each,
                            "refused",
                            "the last closes were refused ("
                                    + RefusedClose.text(order)
                                    + "); to be tried again from "
                                    + ShownValue.seconds(again)
                                    + " on",
                            order);
            case CloseResult.Closing(Order order) -> closing(each, order);
        };
    }

    /** Returns the state of a closing order. */
    public static CloseView of(Order closing) {
        return closing(closing.terms().symbol(), closing);
    }

    /** Returns why a position is still there. */
    public static CloseView of(Unclosed unclosed) {
        return switch (unclosed) {
            case Unclosed.Asked(Symbol symbol, CloseResult result) -> of(symbol, result);
            case Unclosed.Blocked(Symbol symbol, List<Order> ours, int elsewhere) ->
                    new CloseView(
                            symbol,
                            "waiting",
                            "orders of it have not ended ("
                                    + blocking(ours, elsewhere)
                                    + "); ask again",
                            null);
        };
    }

    private static String blocking(List<Order> ours, int elsewhere) {
        Stream<String> ids = ours.stream().map(order -> order.id().value());
        return Stream.concat(ids, Stream.of(elsewhere + " external").filter(_ -> elsewhere > 0))
                .collect(Collectors.joining(", "));
    }

    private static CloseView closing(Symbol each, Order order) {
        OrderStatus status = order.status();
        String text = RefusedClose.text(order);
        if (status == OrderStatus.WAITING) {
            text += "; 'lockstep run' continues, or repeat the command";
            return new CloseView(each, "waiting", text, order);
        }
        if (status.unresolved()) {
            return new CloseView(each, "unresolved", text, order);
        }
        boolean ended = status.closed() && status != OrderStatus.FILLED;
        return new CloseView(each, ended ? "not_closed" : "closing", text, order);
    }

    /** Returns the JSON for programs. */
    public CloseBody json() {
        return CloseBody.of(symbol.value(), result, text, order, denials);
    }
}
