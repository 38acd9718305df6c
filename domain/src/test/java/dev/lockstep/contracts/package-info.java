/**
 * Contract suites for implementations of the domain's ports, with fakes and sample values that they
 * share.
 *
 * <p>Start at {@link dev.lockstep.contracts.store} for a store of your own, and at {@link
 * dev.lockstep.contracts.broker.BrokerContract} for a broker: extend the contract in a test class
 * and hand in your implementation.
 */
@NullMarked
package dev.lockstep.contracts;

import org.jspecify.annotations.NullMarked;
