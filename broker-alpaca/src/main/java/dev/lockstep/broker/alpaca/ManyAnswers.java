package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.broker.alpaca.wire.BrokerRefusal;
import dev.lockstep.broker.alpaca.wire.OrderOutcome;
import dev.lockstep.broker.alpaca.wire.PositionOutcome;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.CloseAnswer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Maps a bulk response (cancel all, close all) to one answer per item, judged by that item's own
 * status.
 */
final class ManyAnswers {
    private ManyAnswers() {}

    static SequencedMap<BrokerOrderId, CancelAnswer> ofCancels(Reply.Answer answer)
            throws UnreadableException {
        SequencedMap<BrokerOrderId, CancelAnswer> byOrder = new LinkedHashMap<>();
        for (OrderOutcome outcome : AlpacaMapper.orderOutcomes(answer.body())) {
            byOrder.put(outcome.brokerOrderId(), ofCancel(outcome, answer));
        }
        return byOrder;
    }

    /** A status other than 2xx means the broker refuses to cancel this order. */
    private static CancelAnswer ofCancel(OrderOutcome outcome, Reply.Answer answer) {
        String text = "order %s: %d".formatted(outcome.brokerOrderId(), outcome.status());
        Evidence evidence = part(answer, text, outcome.text());
        return outcome.done()
                ? new CancelAnswer.Requested(evidence)
                : new CancelAnswer.Refused(evidence.summary(), evidence);
    }

    static SequencedMap<Symbol, CloseAnswer> ofCloses(Reply.Answer answer, Instant received)
            throws UnreadableException {
        SequencedMap<Symbol, CloseAnswer> bySymbol = new LinkedHashMap<>();
        for (PositionOutcome outcome : AlpacaMapper.positionOutcomes(answer.body(), received)) {
            bySymbol.put(outcome.symbol(), ofClose(outcome, answer));
        }
        return bySymbol;
    }

    /** A 2xx status without a readable order means that a closing order exists but is unknown. */
    private static CloseAnswer ofClose(PositionOutcome outcome, Reply.Answer answer) {
        String text = "position %s: %d".formatted(outcome.symbol(), outcome.status());
        Evidence evidence = part(answer, text, outcome.text());
        BrokerOrder order = outcome.order();
        if (outcome.done()) {
            return order == null
                    ? new CloseAnswer.Unresolved(
                            evidence.summary() + ", but the answer contains no readable order",
                            evidence)
                    : new CloseAnswer.Accepted(order, evidence);
        }
        BrokerRefusal refusal =
                outcome.refusal()
                        .orElse(
                                new BrokerRefusal(
                                        RejectReason.OTHER, evidence.summary(), List.of()));
        return new CloseAnswer.Refused(
                refusal.reason(), refusal.text(), refusal.blockedBy(), evidence);
    }

    private static Evidence part(Reply.Answer answer, String text, String payload) {
        return new Evidence(
                Evidence.Source.HTTP_ANSWER,
                answer.summary() + ", " + text,
                answer.requestId(),
                payload);
    }
}
