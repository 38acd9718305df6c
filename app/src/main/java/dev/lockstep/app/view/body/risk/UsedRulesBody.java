package dev.lockstep.app.view.body.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rules and the use of their limits.
 *
 * @param rules the rules
 * @param used the number of orders that each counting limit counts, by name
 */
public record UsedRulesBody(@JsonUnwrapped RulesBody rules, Map<String, Integer> used) {
    /** Returns the fields of rules, without those of strategies. */
    public static UsedRulesBody of(RiskRules rules, Map<LimitName, Integer> uses) {
        Map<String, Integer> used = new LinkedHashMap<>();
        uses.forEach((name, count) -> used.put(name.word(), count));
        return new UsedRulesBody(RulesBody.of(rules), used);
    }
}
