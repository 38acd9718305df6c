package dev.lockstep.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The active fault plan with the number of matches and applications of each rule. Thread-safe. */
public final class FaultInjection {
    static final int MILLIONTHS = 1_000_000;

    private final List<Armed> armed = new ArrayList<>();
    private FaultPlan plan = FaultPlan.NONE;
    private RandomGenerator random = new SplittableRandom(1);

    /** A rule and how often it matched and was applied. */
    public record Score(FaultRule rule, long matched, long struck) {}

    private static final class Armed {
        private final FaultRule rule;
        private final Pattern pattern;
        private long matched;
        private long struck;

        Armed(FaultRule rule) {
            this.rule = rule;
            this.pattern = rule.pattern();
        }
    }

    /** Replaces the active plan. */
    public synchronized void arm(FaultPlan next) {
        plan = next;
        random = new SplittableRandom(next.seed());
        armed.clear();
        next.rules().forEach(rule -> armed.add(new Armed(rule)));
    }

    /** Returns the active plan. */
    public synchronized FaultPlan plan() {
        return plan;
    }

    /** Counts a match of the target and returns the rules that apply to it. */
    public synchronized List<FaultRule> strike(String target) {
        if (armed.isEmpty()) {
            return List.of();
        }
        List<FaultRule> striking = new ArrayList<>();
        for (Armed one : armed) {
            if (one.pattern.matcher(target).matches() && strikes(one)) {
                striking.add(one.rule);
            }
        }
        return striking;
    }

    /** Returns the counts of each rule. */
    public synchronized List<Score> scores() {
        return armed.stream().map(one -> new Score(one.rule, one.matched, one.struck)).toList();
    }

    private boolean strikes(Armed one) {
        one.matched++;
        FaultRule rule = one.rule;
        if (rule.times() > 0 && one.struck >= rule.times()) {
            return false;
        }
        boolean strikes;
        if (rule.nth() > 0) {
            strikes = one.matched == rule.nth();
        } else if (rule.every() > 0) {
            strikes = one.matched % rule.every() == 0;
        } else {
            strikes = random.nextInt(MILLIONTHS) < rule.chanceMillionths();
        }
        one.struck += strikes ? 1 : 0;
        return strikes;
    }
}
