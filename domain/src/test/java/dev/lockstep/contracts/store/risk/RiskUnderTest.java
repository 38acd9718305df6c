package dev.lockstep.contracts.store.risk;

/** A repository with its rules and sample orders of the account. */
public interface RiskUnderTest extends RulesUnderTest {
    /** The same repository and rules, with sample orders. */
    RiskFixture its();
}
