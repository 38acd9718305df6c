package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.broker.alpaca.wire.OrderOutcome;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAnswer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Maps the response to a cancel of all orders to one answer per order, judged by its status. */
final class CancelAllMapper {
    private CancelAllMapper() {}

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

    private static Evidence part(Reply.Answer answer, String text, String payload) {
        return new Evidence(
                Evidence.Source.HTTP_ANSWER,
                answer.summary() + ", " + text,
                answer.requestId(),
                payload);
    }
}
