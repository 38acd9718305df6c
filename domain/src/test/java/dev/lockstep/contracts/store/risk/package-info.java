/**
 * The contract of a repository under limits by topic, an interface of tests each; {@code
 * RiskContract} (the account) and {@code StrategyRiskContract} (its strategies) gather them for an
 * adapter's test.
 */
@NullMarked
package dev.lockstep.contracts.store.risk;

import org.jspecify.annotations.NullMarked;
