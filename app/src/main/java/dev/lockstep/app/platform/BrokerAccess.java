package dev.lockstep.app.platform;

import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import java.net.URI;

/**
 * The broker alone, without the orders.
 *
 * @param address where the broker is
 * @param broker the broker
 * @param link how the line is
 * @param marketData prices
 * @param assets instruments
 * @param calendar trading days
 */
public record BrokerAccess(
        URI address,
        Broker broker,
        BrokerLink link,
        MarketData marketData,
        Assets assets,
        TradingCalendar calendar) {}
