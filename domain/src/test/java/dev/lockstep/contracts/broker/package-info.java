/**
 * The contract of a broker: {@link BrokerContract} gathers its topics, an interface of tests each,
 * for an adapter's test.
 */
@NullMarked
package dev.lockstep.contracts.broker;

import org.jspecify.annotations.NullMarked;
