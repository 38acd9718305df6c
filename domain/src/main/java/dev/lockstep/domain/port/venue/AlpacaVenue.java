package dev.lockstep.domain.port.venue;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.venue.AssetRules;
import dev.lockstep.domain.risk.venue.QuoteRules;
import dev.lockstep.domain.risk.venue.VenueRules;
import java.time.Instant;
import java.util.List;

/** Alpaca's rules for US equities and crypto; the classes of the rules name the source of each. */
public final class AlpacaVenue implements Venue {
    @Override
    public List<Denial> denials(NewOrder order) {
        return VenueRules.denials(order);
    }

    @Override
    public List<Denial> denials(NewOrder order, Instant now) {
        return VenueRules.denials(order, now);
    }

    @Override
    public List<Denial> absent(Symbol symbol) {
        return AssetRules.absent(symbol);
    }

    @Override
    public List<Denial> denials(NewOrder order, Asset asset) {
        return AssetRules.denials(order, asset);
    }

    @Override
    public boolean needsPosition(NewOrder order, Asset asset) {
        return AssetRules.dependsOnHolding(order, asset);
    }

    @Override
    public List<Denial> denials(NewOrder order, NetQuantity held) {
        return AssetRules.uncovered(order, held);
    }

    @Override
    public boolean needsQuote(NewOrder order) {
        return QuoteRules.concern(order);
    }

    @Override
    public List<Denial> denials(NewOrder order, Quote quote) {
        return QuoteRules.denials(order, quote);
    }
}
