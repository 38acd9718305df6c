package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The quantity and prices at which the broker works an order, which it may change without being
 * asked: a leg shrinks as its sibling trades, a split multiplies a quantity.
 *
 * @param orderQty how many shares or coins in all, null for an order by cash or where that is not
 *     known
 * @param limitPrice its limit, null where it has none or that is not known
 * @param stopPx its stop price, null where it has none or that is not known
 */
public record WorkingTerms(
        @Nullable Quantity orderQty, @Nullable Price limitPrice, @Nullable Price stopPx) {

    /** Returns the quantity and prices of these terms. */
    public static WorkingTerms of(NewOrder terms) {
        return switch (terms.type()) {
            case OrderType.Market _, OrderType.TrailingStop _ ->
                    new WorkingTerms(terms.orderQty(), null, null);
            case OrderType.Limit(Price limit) -> new WorkingTerms(terms.orderQty(), limit, null);
            case OrderType.Stop(Price stop) -> new WorkingTerms(terms.orderQty(), null, stop);
            case OrderType.StopLimit(Price stop, Price limit) ->
                    new WorkingTerms(terms.orderQty(), limit, stop);
        };
    }

    /** Returns the same terms at this quantity and these prices, as far as they have such ones. */
    NewOrder in(NewOrder terms) {
        NewOrder priced =
                switch (terms.type()) {
                    case OrderType.Market _, OrderType.TrailingStop _ -> terms;
                    case OrderType.Limit(Price limit) ->
                            terms.with(new OrderType.Limit(or(limitPrice, limit)));
                    case OrderType.Stop(Price stop) ->
                            terms.with(new OrderType.Stop(or(stopPx, stop)));
                    case OrderType.StopLimit(Price stop, Price limit) ->
                            terms.with(
                                    new OrderType.StopLimit(
                                            or(stopPx, stop), or(limitPrice, limit)));
                };
        return orderQty == null || orderQty.zero() || terms.orderQty() == null
                ? priced
                : priced.with(new OrderAmount.ByQuantity(orderQty));
    }

    private static Price or(@Nullable Price known, Price otherwise) {
        return known == null ? otherwise : known;
    }
}
