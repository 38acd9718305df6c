package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.market.Disturbance;
import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.faults.FaultKind;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.faults.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** JSON format of fault plans. */
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

    /**
     * Parses a plan.
     *
     * @throws IllegalArgumentException that names the field, its value and the allowed values
     */
    public static FaultPlan read(String text) {
        PlanObject plan = new PlanObject("", object(text), PLAN_KEYS);
        List<FaultRule> rules = new ArrayList<>();
        for (PlanObject rule : plan.objects("rules", RULE_KEYS)) {
            rules.add(rule(rule));
        }
        return new FaultPlan(
                plan.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE), rules, disturbance(plan));
    }

    public static ObjectNode of(FaultInjection faults) {
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

    private static ObjectNode score(FaultInjection.Score score) {
        FaultRule rule = score.rule();
        return Json.object()
                .put("target", rule.target())
                .put("fault", rule.kind().wireValue())
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

    private static ObjectNode object(String text) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw PlanObject.wrong("fault plan", node.toString(), "a JSON object");
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            String place =
                    at == null
                            ? "fault plan"
                            : "fault plan, line " + at.getLineNr() + " column " + at.getColumnNr();
            throw PlanObject.wrong(place, "broken JSON", "a JSON object");
        }
    }

    private static Disturbance disturbance(PlanObject plan) {
        int partial = plan.millionths("partial_fill_probability", BigDecimal.ZERO);
        return new Disturbance(
                plan.symbols("halted"),
                plan.symbols("stuck_cancels"),
                plan.symbols("rejected_replaces"),
                BigDecimal.valueOf(partial, 6).stripTrailingZeros());
    }

    private static FaultRule rule(PlanObject rule) {
        String target = rule.text("target", FaultRule.TARGETS);
        FaultKind kind = rule.enumValue("fault", FaultKind.class);
        long most = Long.MAX_VALUE;
        long maxMillis = FaultRule.MAX_DELAY.toMillis();
        int chance = rule.millionths("probability", BigDecimal.ONE);
        long nth = rule.whole("nth", 0, 0, most);
        long every = rule.whole("every", 0, 0, most);
        long times = rule.whole("times", 0, 0, most);
        int status = (int) rule.whole("status", DEFAULT_ERROR_STATUS, 400, 599);
        Duration delay = Duration.ofMillis(rule.whole("millis", 0, 0, maxMillis));
        int events = (int) rule.whole("events", 1, 1, FaultRule.MAX_LATE_EVENTS);
        try {
            return new FaultRule(target, kind, chance, nth, every, times, status, delay, events);
        } catch (IllegalArgumentException wrongTogether) {
            throw rule.wrongHere(wrongTogether);
        }
    }
}
