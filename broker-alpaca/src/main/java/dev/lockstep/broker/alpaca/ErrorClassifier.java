package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Statuses;
import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.broker.alpaca.wire.BrokerRefusal;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.BrokerFault.Kind;
import java.util.Optional;

/** Classifies unsuccessful replies: maps each to a fault kind, a message and evidence. */
final class ErrorClassifier {
    private final AlpacaConfig config;

    ErrorClassifier(AlpacaConfig config) {
        this.config = config;
    }

    /** Returns the fault described by an unsuccessful reply. */
    BrokerFault of(Reply reply) {
        return new BrokerFault(kind(reply), text(reply), poll(reply));
    }

    /** Returns the fault for a successful answer that cannot be parsed. */
    static BrokerFault unreadable(Reply reply, Exception why) {
        return new BrokerFault(Kind.UNREADABLE, unreadableText(reply, why), poll(reply));
    }

    /** Returns the fault for a list whose pagination does not end. */
    static BrokerFault endless(String text) {
        return new BrokerFault(
                Kind.UNREADABLE, text, new Evidence(Evidence.Source.POLL, text, "", ""));
    }

    /** Returns the fault for an answer about another object than requested. */
    static BrokerFault another(Reply reply, String answered) {
        return new BrokerFault(Kind.UNREADABLE, anotherText(reply, answered), poll(reply));
    }

    static String anotherText(Reply reply, String answered) {
        return reply.summary()
                + ": the answer is about another object: "
                + answered
                + requestId(reply);
    }

    static String unreadableText(Reply reply, Exception why) {
        return reply.summary() + " cannot be read: " + why.getMessage() + requestId(reply);
    }

    /**
     * Returns a message describing the reply, with a hint if the API key belongs to another
     * environment.
     */
    String text(Reply reply) {
        Optional<BrokerRefusal> no = refusal(reply);
        String reason = no.map(refusal -> " " + refusal.text()).orElse("");
        String hint =
                no.filter(refusal -> refusal.reason() == RejectReason.UNAUTHORIZED).isPresent()
                        ? "; " + refusedKeys()
                        : "";
        return reply.summary() + reason + hint + requestId(reply);
    }

    /**
     * Returns the broker's refusal of this request. Present only if the body is the broker's own
     * error format and the status proves that the request was not and will not be executed; an HTML
     * page from a proxy does not count.
     */
    static Optional<BrokerRefusal> refusal(Reply reply) {
        return reply instanceof Reply.Answer answer && Statuses.refuses(answer.status())
                ? AlpacaMapper.refusal(answer.status(), answer.body())
                        .filter(refusal -> !refusal.ofEndpoint())
                : Optional.empty();
    }

    /** Returns whether the request certainly was not executed and may be resent. */
    static boolean notExecuted(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer.status() == Statuses.TOO_MANY_REQUESTS;
            case Reply.Silence _ -> false;
            case Reply.Withheld _, Reply.NotPermitted _, Reply.NotConnected _ -> true;
        };
    }

    /** Returns whether the broker itself reports that the object does not exist. */
    static boolean absent(Reply reply) {
        return reply instanceof Reply.Answer answer
                && answer.status() == Statuses.NOT_FOUND
                && refusal(reply).isPresent();
    }

    /** Returns the evidence for the answer to a query. */
    static Evidence poll(Reply reply) {
        return evidence(Evidence.Source.POLL, reply);
    }

    /** Returns the evidence for the answer to a change. */
    static Evidence httpAnswer(Reply reply) {
        return evidence(Evidence.Source.HTTP_ANSWER, reply);
    }

    private static Evidence evidence(Evidence.Source source, Reply reply) {
        return switch (reply) {
            case Reply.Withheld _, Reply.NotPermitted _, Reply.NotConnected _ ->
                    Evidence.local(reply.summary());
            case Reply.Answer _, Reply.Silence _ ->
                    new Evidence(source, reply.summary(), reply.requestId(), reply.body());
        };
    }

    private static Kind kind(Reply reply) {
        return switch (reply) {
            case Reply.Silence silence -> kind(silence.cause());
            case Reply.NotConnected unsent -> kind(unsent.cause());
            case Reply.Withheld withheld ->
                    switch (withheld.by()) {
                        case BUDGET -> Kind.RATE_LIMITED;
                        case BREAKER -> Kind.UNREACHABLE;
                        case INTERRUPT -> Kind.TIMEOUT;
                    };
            case Reply.NotPermitted _ -> Kind.REFUSED;
            case Reply.Answer answer when answer.status() == Statuses.TOO_MANY_REQUESTS ->
                    Kind.RATE_LIMITED;
            case Reply.Answer answer when Statuses.failed(answer.status()) -> Kind.SERVER_ERROR;
            case Reply.Answer _ ->
                    refusal(reply)
                            .map(refusal ->
                                    refusal.reason() == RejectReason.UNAUTHORIZED
                                            ? Kind.UNAUTHORIZED
                                            : Kind.REFUSED)
                            .orElse(Kind.UNREADABLE);
        };
    }

    private static Kind kind(Reply.Cause cause) {
        return switch (cause) {
            case UNREACHABLE -> Kind.UNREACHABLE;
            case TIMEOUT -> Kind.TIMEOUT;
            case TOO_LARGE -> Kind.UNREADABLE;
        };
    }

    /** Returns the message for an API key the broker rejects. */
    String refusedKeys() {
        return "the key %s is not valid for %s at %s (paper keys work on the paper host only, live keys on the live host only)"
                .formatted(config.keyId(), config.environment(), config.baseUrl().getHost());
    }

    private static String requestId(Reply reply) {
        return reply.requestId().isEmpty() ? "" : " [request id " + reply.requestId() + "]";
    }
}
