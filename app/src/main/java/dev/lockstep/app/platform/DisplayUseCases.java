package dev.lockstep.app.platform;

import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.domain.usecase.pretrade.CheckOrder;
import dev.lockstep.domain.usecase.query.SearchAssets;
import dev.lockstep.domain.usecase.report.MakeStatement;
import dev.lockstep.domain.usecase.report.MeasureProfit;

/**
 * The use cases for display.
 *
 * @param feed changes of orders by any process
 * @param link the state of the connection to the broker
 * @param marketData quotes and bars
 * @param searchAssets searches the instruments of the broker
 * @param checkOrder says why an order would be denied
 * @param history the equity of the account over time
 * @param measureProfit computes the profit
 * @param makeStatement reconciles the equity of a day
 * @param venueReads reads of the broker's own API
 * @param venueStreams market data streams of the broker's own API
 */
public record DisplayUseCases(
        OrderFeed feed,
        BrokerLink link,
        MarketData marketData,
        SearchAssets searchAssets,
        CheckOrder checkOrder,
        AccountHistory history,
        MeasureProfit measureProfit,
        MakeStatement makeStatement,
        VenueReads venueReads,
        VenueStreams venueStreams) {}
