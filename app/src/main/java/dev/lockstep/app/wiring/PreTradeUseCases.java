package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.usecase.pretrade.CheckOrder;
import dev.lockstep.domain.usecase.report.MeasureProfit;

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
public record PreTradeUseCases(
        OrderFeed feed,
        BrokerLink link,
        MarketData marketData,
        CheckOrder checkOrder,
        AccountHistory history,
        MeasureProfit measureProfit) {}
