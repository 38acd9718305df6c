package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.faults.FaultRule;
import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.Json;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Injects the faults of the fault plan before or after a request is executed. */
final class Mishaps {
    private final Faults faults;

    Mishaps(Faults faults) {
        this.faults = faults;
    }

    /** Executes a request unless a fault prevents it. */
    Delivery serve(String target, Supplier<Answer> endpoint) {
        List<FaultRule> rules = faults.strike(target);
        for (FaultRule rule : rules) {
            Delivery early = before(rule);
            if (early != null) {
                return early;
            }
        }
        Delivery delivery = new Delivery.Whole(endpoint.get());
        for (FaultRule rule : rules) {
            delivery = after(rule, delivery);
        }
        return delivery;
    }

    private static @Nullable Delivery before(FaultRule rule) {
        return switch (rule.kind()) {
            case LATENCY -> {
                hold(rule);
                yield null;
            }
            case RATE_LIMITED ->
                    new Delivery.Whole(Answer.error(429, 42910000, "rate limit exceeded"));
            case ERROR_BEFORE -> new Delivery.Whole(error(rule));
            case HTML_BEFORE -> new Delivery.Html(rule.status());
            case RESET_BEFORE -> new Delivery.Reset();
            case NOT_FOUND ->
                    new Delivery.Whole(Answer.refused(Refusal.notFound("order not found")));
            case LATENCY_AFTER,
                    ERROR_AFTER,
                    HTML_AFTER,
                    DROP_AFTER,
                    RESET_AFTER,
                    HALF_BODY,
                    MISSING_ENTRIES,
                    DUPLICATE,
                    LATE,
                    LOSE,
                    CUT,
                    SEVER ->
                    null;
        };
    }

    private static Delivery after(FaultRule rule, Delivery delivery) {
        return switch (rule.kind()) {
            case LATENCY_AFTER -> {
                hold(rule);
                yield delivery;
            }
            case ERROR_AFTER -> new Delivery.Whole(error(rule));
            case HTML_AFTER -> new Delivery.Html(rule.status());
            case DROP_AFTER -> new Delivery.Dropped();
            case RESET_AFTER -> new Delivery.Reset();
            case HALF_BODY ->
                    delivery instanceof Delivery.Whole(Answer answer)
                            ? new Delivery.Half(answer)
                            : delivery;
            case MISSING_ENTRIES ->
                    delivery instanceof Delivery.Whole(Answer answer)
                            ? new Delivery.Whole(thinned(answer))
                            : delivery;
            case LATENCY,
                    RATE_LIMITED,
                    ERROR_BEFORE,
                    HTML_BEFORE,
                    RESET_BEFORE,
                    NOT_FOUND,
                    DUPLICATE,
                    LATE,
                    LOSE,
                    CUT,
                    SEVER ->
                    delivery;
        };
    }

    private static Answer error(FaultRule rule) {
        return Answer.error(rule.status(), 50010000, "internal server error occurred");
    }

    /** Returns the response without every other entry of its list. */
    private static Answer thinned(Answer answer) {
        if (!(answer.body() instanceof ArrayNode entries)) {
            return answer;
        }
        ArrayNode kept = Json.array();
        for (int i = 1; i < entries.size(); i += 2) {
            kept.add(entries.get(i));
        }
        return new Answer(answer.status(), kept);
    }

    private static void hold(FaultRule rule) {
        try {
            Thread.sleep(rule.delay());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
