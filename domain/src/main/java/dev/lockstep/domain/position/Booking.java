package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;

/** The effect of an adjustment on cost and profit. */
final class Booking {
    private Money carried = Money.ZERO;

    /**
     * Returns the position after it. What shares cost that became others goes over to those that
     * come next.
     */
    AverageCost after(AverageCost before, Adjustment adjustment) {
        NetQuantity more = adjustment.quantity();
        return switch (adjustment.kind()) {
            case FEE -> withoutPrice(before, more).booked(adjustment.cash());
            case SPLIT, DIVIDEND -> before.resized(more).booked(adjustment.cash());
            case TRANSFER -> before.moved(more, adjustment.price());
            case ASSIGNMENT -> exchanged(before, adjustment);
            case SYMBOL_CHANGE -> changed(before, adjustment);
            case INTEREST, OTHER ->
                    before.moved(more, adjustment.price()).booked(adjustment.cash());
        };
    }

    /** Returns the profit of an adjustment without an instrument. */
    static Money gained(Adjustment adjustment) {
        return switch (adjustment.kind()) {
            case FEE, SPLIT, DIVIDEND, INTEREST, OTHER -> adjustment.cash();
            case TRANSFER, ASSIGNMENT, SYMBOL_CHANGE -> Money.ZERO;
        };
    }

    /** Returns a coin that is taken as a fee is lost at its cost. */
    private static AverageCost withoutPrice(AverageCost before, NetQuantity more) {
        return before.traded(side(more), size(more), Money.ZERO);
    }

    /** Shares for dollars are a trade; without dollars they only move. */
    private static AverageCost exchanged(AverageCost before, Adjustment adjustment) {
        NetQuantity more = adjustment.quantity();
        Money cash = adjustment.cash();
        boolean trade = more.value().signum() * cash.value().signum() < 0;
        return trade
                ? before.traded(side(more), size(more), new Money(cash.value().abs()))
                : before.moved(more, adjustment.price()).booked(cash);
    }

    private AverageCost changed(AverageCost before, Adjustment adjustment) {
        NetQuantity more = adjustment.quantity();
        boolean goes = more.value().signum() * before.openQty().value().signum() < 0;
        if (goes) {
            return adjustment.cash().equals(Money.ZERO)
                    ? carriedAway(before, more)
                    : exchanged(before, adjustment);
        }
        AverageCost after =
                carried.equals(Money.ZERO)
                        ? before.moved(more, adjustment.price())
                        : received(before, more);
        return after.booked(adjustment.cash());
    }

    private AverageCost carriedAway(AverageCost before, NetQuantity more) {
        AverageCost after = before.moved(more, null);
        carried = new Money(before.cost().value().subtract(after.cost().value()));
        return after;
    }

    private AverageCost received(AverageCost before, NetQuantity more) {
        Money cost = before.cost().plus(carried);
        carried = Money.ZERO;
        return new AverageCost(before.openQty().plus(more), cost, before.realized());
    }

    private static Side side(NetQuantity more) {
        return more.value().signum() > 0 ? Side.BUY : Side.SELL;
    }

    private static Quantity size(NetQuantity more) {
        return new Quantity(more.value().abs());
    }
}
