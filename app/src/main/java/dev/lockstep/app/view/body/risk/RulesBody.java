package dev.lockstep.app.view.body.risk;

import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.value.ShownValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the account, or those of one strategy.
 *
 * @param state the state of trading
 * @param restrictions the restrictions in force
 * @param limits the limits that are set, by name
 */
public record RulesBody(
        String state, List<RestrictionBody> restrictions, Map<String, String> limits) {
    /** Returns the fields of rules, without those of strategies. */
    public static RulesBody of(RiskRules rules) {
        Map<String, String> limits = new LinkedHashMap<>();
        rules.limits().forEach(limit -> limits.put(limit.name().word(), limit.value()));
        return new RulesBody(
                ShownValue.of(rules.state()), RestrictionBody.of(rules.restrictions()), limits);
    }
}
