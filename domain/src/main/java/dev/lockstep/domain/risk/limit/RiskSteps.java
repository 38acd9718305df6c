package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies each step to the rules; a step without effect returns the same rules. */
final class RiskSteps {
    private RiskSteps() {}

    static RiskRules applied(RiskRules rules, RiskChange change) {
        return applied(rules, change.step(), change);
    }

    private static RiskRules applied(RiskRules rules, RiskChange.Step step, RiskChange change) {
        return switch (step) {
            case RiskChange.Step.SetLimit(RiskLimit limit) -> set(rules, limit);
            case RiskChange.Step.ClearLimit(LimitName name) -> cleared(rules, name);
            case RiskChange.Step.Restrict restrict -> restricted(rules, change, restrict);
            case RiskChange.Step.Lift(String source) -> lifted(rules, source);
            case RiskChange.Step.OfStrategy ofStrategy -> ofStrategy(rules, ofStrategy, change);
        };
    }

    private static RiskRules ofStrategy(
            RiskRules rules, RiskChange.Step.OfStrategy step, RiskChange change) {
        RiskRules before = rules.of(step.strategy());
        RiskRules after = applied(before, step.step(), change);
        if (after.equals(before)) {
            return rules;
        }
        RiskRules all = rules.with(step.strategy(), after);
        if (all.strategies().size() > RiskChange.MAX_STRATEGIES) {
            throw new InvalidValueException(
                    "strategy",
                    step.strategy(),
                    "one of the " + RiskChange.MAX_STRATEGIES + " strategies with limits");
        }
        return all;
    }

    private static RiskRules set(RiskRules rules, RiskLimit limit) {
        Map<LimitName, RiskLimit> limits = new EnumMap<>(LimitName.class);
        limits.putAll(rules.limits().byName());
        return limit.equals(limits.put(limit.name(), limit))
                ? rules
                : new RiskRules(new RiskLimits(limits), rules.restrictions(), rules.strategies());
    }

    private static RiskRules cleared(RiskRules rules, LimitName name) {
        Map<LimitName, RiskLimit> limits = new EnumMap<>(LimitName.class);
        limits.putAll(rules.limits().byName());
        return limits.remove(name) == null
                ? rules
                : new RiskRules(new RiskLimits(limits), rules.restrictions(), rules.strategies());
    }

    /** A watchdog may ask for the same again and again: the first time is what counts. */
    private static RiskRules restricted(
            RiskRules rules, RiskChange change, RiskChange.Step.Restrict restrict) {
        Optional<Restriction> before = of(rules, restrict.source());
        if (before.filter(same -> same.state() == restrict.state()).isPresent()) {
            return rules;
        }
        List<Restriction> after = without(rules, restrict.source());
        after.add(change.restriction(restrict));
        return new RiskRules(rules.limits(), after, rules.strategies());
    }

    private static RiskRules lifted(RiskRules rules, String source) {
        return of(rules, source).isEmpty()
                ? rules
                : new RiskRules(rules.limits(), without(rules, source), rules.strategies());
    }

    private static Optional<Restriction> of(RiskRules rules, String source) {
        return rules.restrictions().stream()
                .filter(restriction -> restriction.source().equals(source))
                .findFirst();
    }

    private static List<Restriction> without(RiskRules rules, String source) {
        List<Restriction> others = new ArrayList<>(rules.restrictions());
        others.removeIf(restriction -> restriction.source().equals(source));
        return others;
    }
}
