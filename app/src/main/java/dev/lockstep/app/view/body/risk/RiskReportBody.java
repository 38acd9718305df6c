package dev.lockstep.app.view.body.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * All rules with the use of their limits, and their last changes.
 *
 * @param account the rules of the account
 * @param strategies the rules of single strategies, by name
 * @param changes the last changes, newest first
 */
public record RiskReportBody(
        @JsonUnwrapped UsedRulesBody account,
        Map<String, UsedRulesBody> strategies,
        List<RiskChangeBody> changes) {}
