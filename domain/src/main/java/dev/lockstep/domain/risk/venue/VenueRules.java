package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the venue that can be checked without a request, so that an invalid order is refused
 * with a reason before it is sent. Pure.
 *
 * <p>The rules are Alpaca's for equities and crypto; their classes name the source of each.
 */
public final class VenueRules {
    private VenueRules() {}

    /** Returns all rules that the order breaks if it is sent now; empty where it breaks none. */
    public static List<Denial> denials(NewOrder order, Instant now) {
        List<Denial> denials = new ArrayList<>(denials(order));
        denials.addAll(AuctionHours.denials(order, now));
        return List.copyOf(denials);
    }

    /** Returns all rules that the order breaks at any time; empty where it breaks none. */
    public static List<Denial> denials(NewOrder order) {
        List<Denial> denials = new ArrayList<>(PairRules.denials(order));
        denials.addAll(PriceRules.denials(order));
        denials.addAll(
                order.symbol().assetClass() == AssetClass.CRYPTO
                        ? CryptoRules.denials(order)
                        : EquityRules.denials(order));
        denials.addAll(OrderClassRules.denials(order));
        return List.copyOf(denials);
    }
}
