package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.AccountHistory;
import dev.lockstep.domain.port.BrokerLink;
import dev.lockstep.domain.port.MarketData;
import dev.lockstep.domain.port.OrderFeed;
import dev.lockstep.domain.usecase.CheckOrder;
import dev.lockstep.domain.usecase.MeasureProfit;

/**
 * What only those look at who show the platform to somebody.
 *
 * @param feed what becomes of the orders, whichever process did it
 * @param link how the line to the broker is
 * @param marketData at what prices others trade
 * @param checkOrder says why an order would be denied
 * @param history what the account was worth
 * @param measureProfit adds up what our own orders have brought
 */
public record Window(
        OrderFeed feed,
        BrokerLink link,
        MarketData marketData,
        CheckOrder checkOrder,
        AccountHistory history,
        MeasureProfit measureProfit) {}
