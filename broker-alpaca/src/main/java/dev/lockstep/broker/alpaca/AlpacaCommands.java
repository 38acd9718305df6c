package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Transport.Method;
import dev.lockstep.broker.alpaca.resilience.Lane;
import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.time.InstantSource;

/**
 * Sends order changes (submit, cancel, replace) and classifies each answer by what it proves: only
 * the broker's own error format counts as a refusal; an unreadable answer is unresolved, not
 * failed.
 */
final class AlpacaCommands {
    private final Api api;
    private final ErrorClassifier faults;
    private final InstantSource clock;

    AlpacaCommands(Api api, ErrorClassifier faults, InstantSource clock) {
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
                        AlpacaMapper.newOrder(order),
                        guard);
        return switch (reply) {
            case Reply.NotPermitted stopped ->
                    new SubmitAnswer.NotSent(stopped.refusal(), ErrorClassifier.httpAnswer(reply));
            case Reply.NotConnected _ ->
                    new SubmitAnswer.NotSent(
                            notConnected(reply), ErrorClassifier.httpAnswer(reply));
            case Reply.Answer answer when answer.successful() -> acknowledged(order, answer);
            case Reply.Answer _, Reply.Withheld _ when ErrorClassifier.notExecuted(reply) ->
                    new SubmitAnswer.Throttled(
                            faults.text(reply), ErrorClassifier.httpAnswer(reply));
            case Reply.Answer _, Reply.Silence _, Reply.Withheld _ -> refused(reply);
        };
    }

    /** Accepts the answer only if it describes the order sent; otherwise a lookup must decide. */
    private SubmitAnswer acknowledged(Order sent, Reply.Answer answer) {
        try {
            BrokerOrder order = AlpacaMapper.order(answer.body(), clock.instant());
            return order.isOf(sent)
                    ? new SubmitAnswer.Acknowledged(order, ErrorClassifier.httpAnswer(answer))
                    : unresolved(answer, ErrorClassifier.anotherText(answer, order.text()));
        } catch (UnreadableException unreadable) {
            return unresolved(answer, ErrorClassifier.unreadableText(answer, unreadable));
        }
    }

    private SubmitAnswer refused(Reply reply) {
        return ErrorClassifier.refusal(reply)
                .<SubmitAnswer>map(refusal ->
                        new SubmitAnswer.Refused(
                                refusal.reason(),
                                faults.text(reply),
                                refusal.blockedBy(),
                                ErrorClassifier.httpAnswer(reply)))
                .orElseGet(() -> unresolved(reply, faults.text(reply)));
    }

    private SendRefusal notConnected(Reply reply) {
        return new SendRefusal.NotConnected(faults.text(reply));
    }

    private static SubmitAnswer unresolved(Reply reply, String text) {
        return new SubmitAnswer.Unresolved(text, ErrorClassifier.httpAnswer(reply));
    }

    ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
        Reply reply =
                api.send(
                        Lane.SUBMIT,
                        Method.PATCH,
                        api.address(Api.ORDERS, id.value()),
                        AlpacaMapper.replacement(replacement),
                        guard);
        Evidence evidence = ErrorClassifier.httpAnswer(reply);
        if (reply instanceof Reply.NotPermitted stopped) {
            return new ReplaceAnswer.NotSent(stopped.refusal(), evidence);
        }
        if (reply instanceof Reply.NotConnected) {
            return new ReplaceAnswer.NotSent(notConnected(reply), evidence);
        }
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return replaced(id, replacement, answer);
        }
        if (ErrorClassifier.notExecuted(reply)) {
            return new ReplaceAnswer.Throttled(faults.text(reply), evidence);
        }
        if (ErrorClassifier.absent(reply)) {
            return new ReplaceAnswer.Absent(evidence);
        }
        return ErrorClassifier.refusal(reply)
                .<ReplaceAnswer>map(refusal ->
                        new ReplaceAnswer.Refused(
                                refusal.reason(),
                                faults.text(reply),
                                refusal.blockedBy(),
                                evidence))
                .orElseGet(() -> new ReplaceAnswer.Unresolved(faults.text(reply), evidence));
    }

    private ReplaceAnswer replaced(BrokerOrderId id, Replacement replacement, Reply.Answer answer) {
        Evidence evidence = ErrorClassifier.httpAnswer(answer);
        try {
            BrokerOrder order = AlpacaMapper.order(answer.body(), clock.instant());
            boolean asked =
                    order.clientOrderId().equals(replacement.clientOrderId())
                            && (order.replaces() == null || order.replaces().equals(id))
                            && !order.brokerOrderId().equals(id);
            return asked
                    ? new ReplaceAnswer.Accepted(order, evidence)
                    : new ReplaceAnswer.Unresolved(
                            ErrorClassifier.anotherText(answer, order.text()), evidence);
        } catch (UnreadableException unreadable) {
            return new ReplaceAnswer.Unresolved(
                    ErrorClassifier.unreadableText(answer, unreadable), evidence);
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
            return new CancelAnswer.Requested(ErrorClassifier.httpAnswer(reply));
        }
        if (ErrorClassifier.refusal(reply).isEmpty()) {
            return new CancelAnswer.Unresolved(
                    faults.text(reply), ErrorClassifier.httpAnswer(reply));
        }
        return ErrorClassifier.absent(reply)
                ? new CancelAnswer.Absent(ErrorClassifier.httpAnswer(reply))
                : new CancelAnswer.Refused(faults.text(reply), ErrorClassifier.httpAnswer(reply));
    }

    CancelAllAnswer cancelAll() {
        Reply reply = api.send(Lane.CANCEL, Method.DELETE, api.address(Api.ORDERS), null);
        Evidence evidence = ErrorClassifier.httpAnswer(reply);
        if (reply instanceof Reply.Answer answer && answer.successful()) {
            return each(answer);
        }
        return ErrorClassifier.refusal(reply).isPresent()
                ? new CancelAllAnswer.Refused(faults.text(reply), evidence)
                : new CancelAllAnswer.Unresolved(faults.text(reply), evidence);
    }

    private static CancelAllAnswer each(Reply.Answer answer) {
        Evidence evidence = ErrorClassifier.httpAnswer(answer);
        try {
            return new CancelAllAnswer.Answered(CancelAllMapper.ofCancels(answer), evidence);
        } catch (UnreadableException unreadable) {
            return new CancelAllAnswer.Unresolved(
                    ErrorClassifier.unreadableText(answer, unreadable), evidence);
        }
    }
}
