package dev.lockstep.contracts.store.risk;

/** A repository with its rules and sample orders of the account. */
public interface TestedRisk extends TestedRules {
    /** The same repository and rules, with sample orders. */
    RiskFixture its();
}
