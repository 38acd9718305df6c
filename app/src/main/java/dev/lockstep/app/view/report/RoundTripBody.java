package dev.lockstep.app.view.report;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Trip;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An entry and the exit that closed it; amounts are dollars.
 *
 * @param symbol the instrument
 * @param direction {@code long} or {@code short}
 * @param qty the quantity
 * @param entryPrice the average price of the entry
 * @param exitPrice the average price of the exit
 * @param profit the profit without fees
 * @param fees the fees of entry and exit, negative if paid
 * @param netProfit the profit after fees
 * @param heldMillis the time between entry and exit
 * @param enteredAt the time of the entry
 * @param exitedAt the time of the exit
 * @param strategy the strategy of the entry, null if there is none
 * @param entryReason what opened the position, such as {@code limit order}
 * @param exitReason why the position was closed, such as {@code stop loss}
 * @param entryOrder the order of the entry, null if external
 * @param exitOrder the order of the exit, null if external
 */
public record RoundTripBody(
        String symbol,
        String direction,
        String qty,
        String entryPrice,
        String exitPrice,
        String profit,
        String fees,
        String netProfit,
        long heldMillis,
        String enteredAt,
        String exitedAt,
        @Nullable String strategy,
        String entryReason,
        String exitReason,
        @Nullable String entryOrder,
        @Nullable String exitOrder) {
    private static final int PRICE_DECIMALS = 6;

    /** Returns the fields of a round trip. */
    public static RoundTripBody of(Trip listed) {
        RoundTrip trip = listed.trip();
        Order entry = listed.entry();
        Order exit = listed.exit();
        return new RoundTripBody(
                trip.symbol().value(),
                trip.entrySide() == Side.BUY ? "long" : "short",
                trip.qty().toString(),
                price(trip.entryValue(), trip.qty()),
                price(trip.exitValue(), trip.qty()),
                trip.profit().toString(),
                listed.fees().toString(),
                trip.profit().plus(listed.fees()).toString(),
                trip.held().toMillis(),
                trip.enteredAt().toString(),
                trip.exitedAt().toString(),
                entry == null ? null : BodyText.of(entry.terms().strategy()),
                entryReason(entry),
                exitReason(exit),
                entry == null ? null : entry.id().value(),
                exit == null ? null : exit.id().value());
    }

    /** Returns what opened a position, as far as the purpose and type of the order say. */
    private static String entryReason(@Nullable Order entry) {
        if (entry == null) {
            return "external";
        }
        return switch (entry.purpose().kind()) {
            case ADOPTED -> "adopted";
            case IMPORTED -> "imported";
            case CLOSING -> "close";
            case LEG, PROTECTION, REMAINDER -> "exit order";
            case REVERSAL -> "reversal";
            case REQUESTED -> entry.parent() != null ? "exit order" : type(entry);
        };
    }

    private static String type(Order order) {
        return switch (order.terms().type()) {
            case OrderType.Market _ -> "market order";
            case OrderType.Limit _ -> "limit order";
            case OrderType.Stop _, OrderType.StopLimit _ -> "stop order";
            case OrderType.TrailingStop _ -> "trailing stop order";
        };
    }

    /** Returns why an order closed a position, as far as its purpose and type say. */
    private static String exitReason(@Nullable Order exit) {
        if (exit == null) {
            return "external";
        }
        if (OrderPurpose.Kind.CLOSING.of(exit)) {
            return "close";
        }
        if (exit.parent() == null && !OrderPurpose.Kind.PROTECTION.of(exit)) {
            return "order";
        }
        return switch (exit.terms().type()) {
            case OrderType.Limit _ -> "take profit";
            case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ -> "stop loss";
            case OrderType.Market _ -> "order";
        };
    }

    private static String price(Money value, Quantity qty) {
        return value.value()
                .divide(qty.value(), PRICE_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
