package dev.lockstep.domain.port.venue;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.List;

/**
 * The rules of the venue to which a broker sends orders, so that an order that the venue would
 * refuse is denied with a reason before it is stored as an intent.
 *
 * <p>A venue that does not know a rule denies nothing by it: the order is sent, and the venue
 * decides. Implementations are pure and thread-safe.
 */
public interface Venue {
    /** A venue of which no rule is known. */
    Venue WITHOUT_RULES = new Venue() {};

    /** Returns all rules that the order breaks at any time; empty if it breaks none. */
    default List<Denial> denials(NewOrder order) {
        return List.of();
    }

    /** Returns all rules that the order breaks if it is sent at this time. */
    default List<Denial> denials(NewOrder order, Instant now) {
        return denials(order);
    }

    /** Returns the denials of an order for an instrument that the broker does not offer. */
    default List<Denial> absent(Symbol symbol) {
        return List.of();
    }

    /** Returns all rules of the instrument that the order breaks. */
    default List<Denial> denials(NewOrder order, Asset asset) {
        return List.of();
    }

    /** Returns whether {@link #denials(NewOrder, NetQuantity)} must be asked. */
    default boolean needsPosition(NewOrder order, Asset asset) {
        return false;
    }

    /** Returns all rules that the order breaks because of the position that it would change. */
    default List<Denial> denials(NewOrder order, NetQuantity held) {
        return List.of();
    }

    /** Returns whether {@link #denials(NewOrder, Quote)} must be asked. */
    default boolean needsQuote(NewOrder order) {
        return false;
    }

    /** Returns all rules about the distance from the market that the order breaks. */
    default List<Denial> denials(NewOrder order, Quote quote) {
        return List.of();
    }
}
