package dev.lockstep.contracts.store.risk;

/** A repository with its rules and sample orders of strategies. */
public interface StrategyRiskUnderTest extends RulesUnderTest {
    /** The same repository and rules, with sample orders. */
    StrategyRiskFixture its();
}
