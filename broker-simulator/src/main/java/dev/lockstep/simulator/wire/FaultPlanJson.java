package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.Disturbance;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.faults.FaultKind;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.faults.FaultRule;
import dev.lockstep.simulator.faults.Faults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fault plans as JSON; a key nobody knows is refused, since a misspelt fault would never strike.
 */
public final class FaultPlanJson {
    private static final Set<String> PLAN_KEYS =
            Set.of(
                    "seed",
                    "rules",
                    "halted",
                    "stuck_cancels",
                    "rejected_replaces",
                    "partial_fill_probability");
    private static final Set<String> RULE_KEYS =
            Set.of(
                    "target",
                    "fault",
                    "probability",
                    "nth",
                    "every",
                    "times",
                    "status",
                    "millis",
                    "events");
    private static final int DEFAULT_ERROR_STATUS = 503;

    private FaultPlanJson() {}

    public static FaultPlan read(ObjectNode json) {
        known(json, PLAN_KEYS);
        List<FaultRule> rules = new ArrayList<>();
        try {
            for (JsonNode rule : json.withArray("rules")) {
                rules.add(rule(rule));
            }
            return new FaultPlan(number(json, "seed", 1), rules, disturbance(json));
        } catch (IllegalArgumentException | ArithmeticException | UnsupportedOperationException e) {
            throw new RefusedRequest(
                    Refusal.invalid(Objects.requireNonNullElse(e.getMessage(), "invalid plan")));
        }
    }

    public static ObjectNode of(Faults faults) {
        FaultPlan plan = faults.plan();
        ObjectNode json = Json.object().put("seed", plan.seed());
        ArrayNode rules = json.putArray("rules");
        faults.scores().forEach(score -> rules.add(score(score)));
        plan.disturbance().halted().forEach(json.putArray("halted")::add);
        plan.disturbance().stuckCancels().forEach(json.putArray("stuck_cancels")::add);
        plan.disturbance().rejectedReplaces().forEach(json.putArray("rejected_replaces")::add);
        BigDecimal partial = plan.disturbance().partialFillProbability();
        return json.put("partial_fill_probability", partial);
    }

    private static ObjectNode score(Faults.Score score) {
        FaultRule rule = score.rule();
        return Json.object()
                .put("target", rule.target())
                .put("fault", rule.kind().word())
                .put("probability", BigDecimal.valueOf(rule.chanceMillionths(), 6))
                .put("nth", rule.nth())
                .put("every", rule.every())
                .put("times", rule.times())
                .put("status", rule.status())
                .put("millis", rule.delay().toMillis())
                .put("events", rule.events())
                .put("matched", score.matched())
                .put("struck", score.struck());
    }

    private static Disturbance disturbance(ObjectNode json) {
        return new Disturbance(
                symbols(json, "halted"),
                symbols(json, "stuck_cancels"),
                symbols(json, "rejected_replaces"),
                decimal(json, "partial_fill_probability", BigDecimal.ZERO));
    }

    private static FaultRule rule(JsonNode node) {
        if (!(node instanceof ObjectNode json)) {
            throw new IllegalArgumentException(
                    "rules: not an object (expected: a list of objects)");
        }
        known(json, RULE_KEYS);
        Fields fields = new Fields(json);
        FaultKind kind = fields.word("fault", FaultKind.class);
        if (kind == null) {
            throw new IllegalArgumentException("fault: absent (expected: a kind of fault)");
        }
        BigDecimal chance = decimal(json, "probability", BigDecimal.ONE);
        return new FaultRule(
                fields.required("target"),
                kind,
                chance.movePointRight(6).intValueExact(),
                number(json, "nth", 0),
                number(json, "every", 0),
                number(json, "times", 0),
                Math.toIntExact(number(json, "status", DEFAULT_ERROR_STATUS)),
                Duration.ofMillis(number(json, "millis", 0)),
                Math.toIntExact(number(json, "events", 1)));
    }

    private static Set<String> symbols(ObjectNode json, String field) {
        Set<String> symbols = new TreeSet<>();
        json.withArray(field).forEach(symbol -> symbols.add(symbol.asText()));
        return symbols;
    }

    private static long number(ObjectNode json, String field, long absent) {
        return decimal(json, field, BigDecimal.valueOf(absent)).longValueExact();
    }

    private static BigDecimal decimal(ObjectNode json, String field, BigDecimal absent) {
        @Nullable BigDecimal value = new Fields(json).decimal(field);
        return value == null ? absent : value;
    }

    private static void known(ObjectNode json, Set<String> keys) {
        json.fieldNames()
                .forEachRemaining(key -> {
                    if (!keys.contains(key)) {
                        String expected = " (expected: one of " + new TreeSet<>(keys) + ")";
                        throw new RefusedRequest(Refusal.invalid("fault plan: " + key + expected));
                    }
                });
    }
}
