package dev.lockstep.contracts.store.risk;

/** What the topics of {@code RiskContract} ask of an adapter's test. */
public interface RiskUnderTest extends RulesUnderTest {
    /** The same repository and rules, with sample orders. */
    RiskFixture its();
}
