package dev.lockstep.contracts.store.risk;

/** What the topics of {@code StrategyRiskContract} ask of an adapter's test. */
public interface StrategyRiskUnderTest extends RulesUnderTest {
    /** The same repository and rules, with sample orders. */
    StrategyRiskFixture its();
}
