package dev.lockstep.contracts.broker;

import dev.lockstep.domain.port.broker.Broker;

/**
 * The promises of every {@link Broker}, in numbered cases: the test of an adapter extends this
 * class, hands in the ports of a venue of its own, and runs the tests of every topic named below.
 * The orders that rest are bids far below the market.
 */
public abstract class BrokerContract
        implements SubmitContract,
                OrderListContract,
                CancelContract,
                ReplaceContract,
                TradesContract,
                ReferenceDataContract {}
