package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Transport.Method;
import dev.lockstep.broker.alpaca.resilience.Lane;
import dev.lockstep.broker.alpaca.wire.AlpacaWords;
import dev.lockstep.broker.alpaca.wire.UnreadableException;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.port.CancelAllAnswer;
import dev.lockstep.domain.port.CancelAnswer;
import dev.lockstep.domain.port.ReplaceAnswer;
import dev.lockstep.domain.port.SendGuard;
import dev.lockstep.domain.port.SendRefusal;
import dev.lockstep.domain.port.SubmitAnswer;
import java.time.InstantSource;

/**
 * Sends order changes (submit, cancel, replace) and classifies each answer by what it proves: only
 * the broker's own error format counts as a refusal; an unreadable answer is unresolved, not
 * failed.
 */
final class OrderChanges {
    private final Api api;
    private final Faults faults;
    private final InstantSource clock;

    OrderChanges(Api api, Faults faults, InstantSource clock) {
        this.api = api;
        this.faults = faults;
        this.clock = clock;
    }

    SubmitAnswer submit(Order order, SendGuard guard) {
        Reply reply =
                api.send(
                        Lane.SUBMIT,
                        Method.POST,
                        api.address(Api.ORDERS),
                        AlpacaWords.newOrder(order),
                        guard);
        return switch (reply) {
            case Reply.NotPermitted stopped ->
                    new SubmitAnswer.NotSent(stopped.refusal(), Faults.httpAnswer(reply));
            case Reply.NotConnected _ ->
                    new SubmitAnswer.NotSent(notConnected(reply), Faults.httpAnswer(reply));
            case Reply.Answer answer when answer.successful() -> acknowledged(order, answer);
            case Reply.Answer _, Reply.Withheld _ when Faults.notExecuted(reply) ->
                    new SubmitAnswer.Throttled(faults.text(reply), Faults.httpAnswer(reply));
            case Reply.Answer _, Reply.Silence _, Reply.Withheld _ -> refused(reply);
        };
    }

    /** Accepts the answer only if it describes the order sent; otherwise a lookup must decide. */
    private SubmitAnswer acknowledged(Order sent, Reply.Answer answer) {
        try {
            BrokerOrder order = AlpacaWords.order(answer.body(), clock.instant());
            return order.isOf(sent)
                    ? new SubmitAnswer.Acknowledged(order, Faults.httpAnswer(answer))
                    : unresolved(answer, Faults.anotherText(answer, order.text()));
        } catch (UnreadableException unreadable) {
            return unresolved(answer, Faults.unreadableText(answer, unreadable));
        }
    }

    private SubmitAnswer refused(Reply reply) {
        return Faults.refusal(reply)
                .<SubmitAnswer>map(refusal ->
                        new SubmitAnswer.Refused(
                                refusal.reason(),
                                faults.text(reply),
                                refusal.blockedBy(),
                                Faults.httpAnswer(reply)))
                .orElseGet(() -> unresolved(reply, faults.text(reply)));
    }

    private SendRefusal notConnected(Reply reply) {
        return new SendRefusal.NotConnected(faults.text(reply));
    }

    private static SubmitAnswer unresolved(Reply reply, String text) {
        return new SubmitAnswer.Unresolved(text, Faults.httpAnswer(reply));
    }

    ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
        Reply reply =
                api.send(
                        Lane.SUBMIT,
                        Method.PATCH,
                        api.address(Api.ORDERS, id.value()),
                        AlpacaWords.replacement(replacement),
                        guard);
        Evidence evidence = Faults.httpAnswer(reply);
        if (reply instanceof Reply.NotPermitted stopped) {
            return new ReplaceAnswer.NotSent(stopped.refusal(), evidence);
        }
        if (reply instanceof Reply.NotConnected) {
            return new ReplaceAnswer.NotSent(notConnected(reply), evidence);
        }
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return replaced(id, replacement, answer);
        }
        if (Faults.notExecuted(reply)) {
            return new ReplaceAnswer.Throttled(faults.text(reply), evidence);
        }
        if (Faults.absent(reply)) {
            return new ReplaceAnswer.Absent(evidence);
        }
        return Faults.refusal(reply)
                .<ReplaceAnswer>map(refusal ->
                        new ReplaceAnswer.Refused(
                                refusal.reason(),
                                faults.text(reply),
                                refusal.blockedBy(),
                                evidence))
                .orElseGet(() -> new ReplaceAnswer.Unresolved(faults.text(reply), evidence));
    }

    private ReplaceAnswer replaced(BrokerOrderId id, Replacement replacement, Reply.Answer answer) {
        Evidence evidence = Faults.httpAnswer(answer);
        try {
            BrokerOrder order = AlpacaWords.order(answer.body(), clock.instant());
            boolean asked =
                    order.clientOrderId().equals(replacement.clientOrderId())
                            && (order.replaces() == null || order.replaces().equals(id))
                            && !order.brokerOrderId().equals(id);
            return asked
                    ? new ReplaceAnswer.Accepted(order, evidence)
                    : new ReplaceAnswer.Unresolved(
                            Faults.anotherText(answer, order.text()), evidence);
        } catch (UnreadableException unreadable) {
            return new ReplaceAnswer.Unresolved(
                    Faults.unreadableText(answer, unreadable), evidence);
        }
    }

    CancelAnswer cancel(BrokerOrderId id) {
        return cancel(id, Lane.CANCEL);
    }

    CancelAnswer cancelAgain(BrokerOrderId id) {
        return cancel(id, Lane.REPEAT);
    }

    private CancelAnswer cancel(BrokerOrderId id, Lane lane) {
        Reply reply = api.send(lane, Method.DELETE, api.address(Api.ORDERS, id.value()), null);
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return new CancelAnswer.Requested(Faults.httpAnswer(reply));
        }
        if (Faults.refusal(reply).isEmpty()) {
            return new CancelAnswer.Unresolved(faults.text(reply), Faults.httpAnswer(reply));
        }
        return Faults.absent(reply)
                ? new CancelAnswer.Absent(Faults.httpAnswer(reply))
                : new CancelAnswer.Refused(faults.text(reply), Faults.httpAnswer(reply));
    }

    CancelAllAnswer cancelAll() {
        Reply reply = api.send(Lane.CANCEL, Method.DELETE, api.address(Api.ORDERS), null);
        Evidence evidence = Faults.httpAnswer(reply);
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return each(answer);
        }
        return Faults.refusal(reply).isPresent()
                ? new CancelAllAnswer.Refused(faults.text(reply), evidence)
                : new CancelAllAnswer.Unresolved(faults.text(reply), evidence);
    }

    private static CancelAllAnswer each(Reply.Answer answer) {
        Evidence evidence = Faults.httpAnswer(answer);
        try {
            return new CancelAllAnswer.Answered(ManyAnswers.ofCancels(answer), evidence);
        } catch (UnreadableException unreadable) {
            return new CancelAllAnswer.Unresolved(
                    Faults.unreadableText(answer, unreadable), evidence);
        }
    }
}
