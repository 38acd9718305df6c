package dev.lockstep.contracts.store.risk;

/** A repository with its rules and sample orders of strategies. */
public interface TestedStrategyRisk extends TestedRules {
    /** The same repository and rules, with sample orders. */
    StrategyRiskFixture its();
}
