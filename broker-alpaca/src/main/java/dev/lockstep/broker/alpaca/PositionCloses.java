package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Transport.Method;
import dev.lockstep.broker.alpaca.resilience.Lane;
import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.CloseAllAnswer;
import dev.lockstep.domain.port.broker.CloseAnswer;
import dev.lockstep.domain.position.ClosePart;
import java.time.InstantSource;
import okhttp3.HttpUrl;

/**
 * Sends position closes. They use the cancel lane, because they reduce risk and are often urgent.
 */
final class PositionCloses {
    private static final String POSITIONS = "v2/positions";

    private final Api api;
    private final ErrorClassifier faults;
    private final InstantSource clock;

    PositionCloses(Api api, ErrorClassifier faults, InstantSource clock) {
        this.api = api;
        this.faults = faults;
        this.clock = clock;
    }

    CloseAnswer close(Symbol symbol, ClosePart part) {
        Reply reply = api.send(Lane.CANCEL, Method.DELETE, address(symbol, part), null);
        Evidence evidence = ErrorClassifier.httpAnswer(reply);
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return closing(symbol, answer);
        }
        if (ErrorClassifier.notExecuted(reply)) {
            return new CloseAnswer.Throttled(faults.text(reply), evidence);
        }
        if (ErrorClassifier.absent(reply)) {
            return new CloseAnswer.Absent(evidence);
        }
        return ErrorClassifier.refusal(reply)
                .<CloseAnswer>map(refusal ->
                        new CloseAnswer.Refused(
                                refusal.reason(),
                                faults.text(reply),
                                refusal.blockedBy(),
                                evidence))
                .orElseGet(() -> new CloseAnswer.Unresolved(faults.text(reply), evidence));
    }

    private CloseAnswer closing(Symbol symbol, Reply.Answer answer) {
        Evidence evidence = ErrorClassifier.httpAnswer(answer);
        try {
            BrokerOrder order = AlpacaMapper.order(answer.body(), clock.instant());
            return order.symbol().equals(symbol)
                    ? new CloseAnswer.Accepted(order, evidence)
                    : new CloseAnswer.Unresolved(
                            ErrorClassifier.anotherText(answer, order.text()), evidence);
        } catch (UnreadableException unreadable) {
            return new CloseAnswer.Unresolved(
                    ErrorClassifier.unreadableText(answer, unreadable), evidence);
        }
    }

    /**
     * Returns a position's address. Alpaca names a crypto position without the slash used in
     * orders.
     */
    private HttpUrl.Builder address(Symbol symbol, ClosePart part) {
        HttpUrl.Builder address = api.address(POSITIONS, symbol.value().replace("/", ""));
        return switch (part) {
            case ClosePart.Whole _ -> address;
            case ClosePart.ByQuantity(var quantity) ->
                    address.addQueryParameter("qty", quantity.toString());
            case ClosePart.ByPercentage(var percent) ->
                    address.addQueryParameter("percentage", percent.toPlainString());
        };
    }

    CloseAllAnswer closeAll(boolean cancelOrders) {
        HttpUrl.Builder address =
                api.address(POSITIONS)
                        .addQueryParameter("cancel_orders", Boolean.toString(cancelOrders));
        Reply reply = api.send(Lane.CANCEL, Method.DELETE, address, null);
        Evidence evidence = ErrorClassifier.httpAnswer(reply);
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return each(answer);
        }
        if (ErrorClassifier.notExecuted(reply)) {
            return new CloseAllAnswer.Throttled(faults.text(reply), evidence);
        }
        return ErrorClassifier.refusal(reply).isPresent()
                ? new CloseAllAnswer.Refused(faults.text(reply), evidence)
                : new CloseAllAnswer.Unresolved(faults.text(reply), evidence);
    }

    private CloseAllAnswer each(Reply.Answer answer) {
        Evidence evidence = ErrorClassifier.httpAnswer(answer);
        try {
            return new CloseAllAnswer.Answered(
                    ManyAnswers.ofCloses(answer, clock.instant()), evidence);
        } catch (UnreadableException unreadable) {
            return new CloseAllAnswer.Unresolved(
                    ErrorClassifier.unreadableText(answer, unreadable), evidence);
        }
    }
}
