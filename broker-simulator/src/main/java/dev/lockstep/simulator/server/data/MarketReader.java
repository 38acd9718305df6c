package dev.lockstep.simulator.server.data;

import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads market data of the exchange, which lets nothing trade that waits for the next request of an
 * account. Bars are made outside of the exchange's lock, from a copy, so that a long history does
 * not hold up orders.
 */
final class MarketReader {
    private final ExchangeGate floor;
    private final RequestedSymbols requested;

    MarketReader(ExchangeGate floor, RequestedSymbols requested) {
        this.floor = floor;
        this.requested = requested;
    }

    /** Market data as of one moment, in the order of the request. */
    record Market(
            Instant now, Map<String, SeriesPage.Listed> bySymbol, Map<String, BigDecimal> prices) {}

    /** Returns the known ones of the requested symbols, by their spelling in the request. */
    Market read(Collection<String> symbols, boolean crypto) {
        return floor.call((exchange, now) -> {
            Map<String, SeriesPage.Listed> listed = new LinkedHashMap<>();
            Map<String, BigDecimal> prices = new LinkedHashMap<>();
            for (String symbol : symbols) {
                find(exchange, symbol, crypto)
                        .ifPresent(asset -> {
                            requested.add(asset.symbol());
                            listed.put(
                                    symbol,
                                    new SeriesPage.Listed(
                                            asset, exchange.prices().history(asset, now)));
                            prices.put(symbol, exchange.prices().price(asset));
                        });
            }
            return new Market(now, listed, prices);
        });
    }

    /** Returns the market data of every well-known asset. */
    Market readAll(boolean crypto) {
        return floor.call((exchange, now) -> {
            Map<String, SeriesPage.Listed> listed = new LinkedHashMap<>();
            Map<String, BigDecimal> prices = new LinkedHashMap<>();
            for (Asset asset : exchange.prices().assets()) {
                if (asset.crypto() == crypto && (crypto || asset.attributes().size() > 1)) {
                    listed.put(
                            asset.symbol(),
                            new SeriesPage.Listed(asset, exchange.prices().history(asset, now)));
                    prices.put(asset.symbol(), exchange.prices().price(asset));
                }
            }
            return new Market(now, listed, prices);
        });
    }

    private static Optional<Asset> find(Exchange exchange, String symbol, boolean crypto) {
        return exchange.prices().asset(symbol).filter(asset -> asset.crypto() == crypto);
    }
}
