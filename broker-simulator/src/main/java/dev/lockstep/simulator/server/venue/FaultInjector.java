package dev.lockstep.simulator.server.venue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.faults.FaultRule;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Injects the faults of the fault plan before or after a request is executed. */
public final class FaultInjector {
    private final FaultInjection faults;

    public FaultInjector(FaultInjection faults) {
        this.faults = faults;
    }

    /** Executes a request unless a fault prevents it. */
    public ResponseMode serve(String target, Supplier<VenueAnswer> endpoint) {
        List<FaultRule> rules = faults.strike(target);
        for (FaultRule rule : rules) {
            ResponseMode early = before(rule);
            if (early != null) {
                return early;
            }
        }
        ResponseMode delivery = new ResponseMode.Whole(endpoint.get());
        for (FaultRule rule : rules) {
            delivery = after(rule, delivery);
        }
        return delivery;
    }

    private static @Nullable ResponseMode before(FaultRule rule) {
        return switch (rule.kind()) {
            case LATENCY -> {
                hold(rule);
                yield null;
            }
            case RATE_LIMITED ->
                    new ResponseMode.Whole(
                            VenueAnswer.refused(Refusal.tooMany("rate limit exceeded")));
            case ERROR_BEFORE -> new ResponseMode.Whole(error(rule));
            case HTML_BEFORE -> new ResponseMode.Html(rule.status());
            case RESET_BEFORE -> new ResponseMode.Reset();
            case NOT_FOUND ->
                    new ResponseMode.Whole(
                            VenueAnswer.refused(Refusal.notFound("order not found")));
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

    private static ResponseMode after(FaultRule rule, ResponseMode delivery) {
        return switch (rule.kind()) {
            case LATENCY_AFTER -> {
                hold(rule);
                yield delivery;
            }
            case ERROR_AFTER -> new ResponseMode.Whole(error(rule));
            case HTML_AFTER -> new ResponseMode.Html(rule.status());
            case DROP_AFTER -> new ResponseMode.Dropped();
            case RESET_AFTER -> new ResponseMode.Reset();
            case HALF_BODY ->
                    delivery instanceof ResponseMode.Whole(VenueAnswer answer)
                            ? new ResponseMode.Half(answer)
                            : delivery;
            case MISSING_ENTRIES ->
                    delivery instanceof ResponseMode.Whole(VenueAnswer answer)
                            ? new ResponseMode.Whole(thinned(answer))
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

    private static VenueAnswer error(FaultRule rule) {
        return VenueAnswer.error(rule.status(), 50010000, "internal server error occurred");
    }

    /** Returns the response without every other entry of its list. */
    private static VenueAnswer thinned(VenueAnswer answer) {
        if (!(answer.body() instanceof ArrayNode entries)) {
            return answer;
        }
        ArrayNode kept = Json.array();
        for (int i = 1; i < entries.size(); i += 2) {
            kept.add(entries.get(i));
        }
        return new VenueAnswer(answer.status(), kept);
    }

    private static void hold(FaultRule rule) {
        try {
            Thread.sleep(rule.delay());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
