package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Round trips with their fees, and the time during which a position was open.
 *
 * @param trips the round trips, in the order in which their exits began
 * @param otherFees fees in dollars of no round trip, negative if paid: of what is still held, and
 *     of no known order, such as those that a regulator takes for all sales of a day
 * @param timeInMarket when a position was open
 */
public record MatchedTrades(List<FeeTrip> trips, Money otherFees, TimeInMarket timeInMarket) {
    public MatchedTrades {
        trips = List.copyOf(trips);
    }

    /**
     * A round trip with its fees.
     *
     * @param trip the round trip
     * @param fees its part of the fees of both orders in dollars, negative if paid
     */
    public record FeeTrip(RoundTrip trip, Money fees) {
        /** Returns the profit after fees. */
        public Money netProfit() {
            return trip.profit().plus(fees);
        }
    }

    /**
     * Matches executions, first in, first out, and divides the fees of each order by quantity. A
     * fee in coin also ends the part of its entry that it took.
     *
     * @param fills executions, oldest first
     * @param adjustments adjustments; only fees count
     */
    public static MatchedTrades of(List<Fill> fills, List<Adjustment> adjustments) {
        List<Adjustment> fees =
                adjustments.stream()
                        .filter(each -> each.kind() == AdjustmentKind.FEE)
                        .sorted(Comparator.comparing(Adjustment::at))
                        .toList();
        RoundTrips trips = new RoundTrips();
        TimeInMarket time = TimeInMarket.NONE;
        int paid = 0;
        for (Fill fill : fills) {
            while (paid < fees.size() && fees.get(paid).at().isBefore(fill.transactTime())) {
                time = taken(trips, fees.get(paid), time);
                paid++;
            }
            trips.add(fill);
            time = time.and(fill.transactTime(), trips.flat());
        }
        for (Adjustment fee : fees.subList(paid, fees.size())) {
            time = taken(trips, fee, time);
        }
        return withFees(trips.closed(), fills, fees, time);
    }

    private static TimeInMarket taken(RoundTrips trips, Adjustment fee, TimeInMarket time) {
        if (fee.symbol() == null || fee.quantity().value().signum() >= 0) {
            return time;
        }
        trips.take(fee.symbol(), fee.orderId(), new Quantity(fee.quantity().value().negate()));
        return trips.flat() && time.openSince() != null ? time.and(fee.at(), true) : time;
    }

    private static MatchedTrades withFees(
            List<RoundTrip> closed, List<Fill> fills, List<Adjustment> fees, TimeInMarket time) {
        FeeShares shares = new FeeShares();
        fills.forEach(shares::add);
        AdjustmentTotals all = AdjustmentTotals.NONE;
        for (Adjustment fee : fees) {
            all = all.plus(fee);
            if (fee.orderId() != null) {
                shares.add(fee.orderId(), fee);
            }
        }
        List<FeeTrip> trips = new ArrayList<>();
        closed.forEach(trip -> trips.add(new FeeTrip(trip, shares.next(trip))));
        Money ofTrips = trips.stream().map(FeeTrip::fees).reduce(Money.ZERO, Money::plus);
        return new MatchedTrades(trips, all.fees().plus(ofTrips.negated()), time);
    }
}
