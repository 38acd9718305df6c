package dev.lockstep.app.view.body.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trading state and the limits.
 *
 * @param account the rules of the account
 * @param strategies the rules of single strategies, by name
 */
public record RiskBody(@JsonUnwrapped RulesBody account, Map<String, RulesBody> strategies) {
    /** Returns the fields of all rules. */
    public static RiskBody of(RiskRules rules) {
        Map<String, RulesBody> strategies = new LinkedHashMap<>();
        rules.strategies().forEach((name, own) -> strategies.put(name.value(), RulesBody.of(own)));
        return new RiskBody(RulesBody.of(rules), strategies);
    }
}
