package dev.lockstep.contracts.broker;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;

/** The ports of one venue, as an adapter's test hands them in. */
public interface TestedBroker {
    /** The broker under test, ready to trade. */
    Broker broker();

    /** The prices of the same venue. */
    MarketData marketData();

    /** The instruments of the same venue. */
    Assets assets();

    /** The trading days of the same venue. */
    TradingCalendar calendar();

    /** The history of the same account. */
    AccountHistory history();

    /** Ids that this venue has never seen. */
    OrderIds ids();

    /** Whether a market order trades now, which needs an open market. */
    boolean marketOrdersFill();

    /** Whether all orders and positions of the account may be ended. */
    boolean accountIsOurs();

    /** Orders at this venue. */
    default BrokerFixture its() {
        return new BrokerFixture(this);
    }
}
