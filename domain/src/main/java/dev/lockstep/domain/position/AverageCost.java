package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The position in one instrument, its average cost, and the realized profit, including fees,
 * dividends and interest. Parts of a cost are rounded to twelve decimals of a dollar.
 *
 * @param openQty the position, negative if short
 * @param cost dollars paid for it, negative for the proceeds of a short sale
 * @param realized dollars, negative for a loss
 */
public record AverageCost(NetQuantity openQty, Money cost, Money realized) {
    /** No position and no profit. */
    public static final AverageCost NONE =
            new AverageCost(NetQuantity.FLAT, Money.ZERO, Money.ZERO);

    private static final int SCALE = Price.MAX_DECIMALS;

    /**
     * This and one more trade: what is in the position's direction adds to it, what is against it
     * closes it, and what is left then opens one the other way.
     *
     * @param value dollars that were traded, zero or more
     */
    public AverageCost traded(Side side, Quantity quantity, Money value) {
        if (quantity.zero()) {
            return this;
        }
        NetQuantity after = side.applied(openQty, quantity);
        BigDecimal signed = side == Side.BUY ? value.value() : value.value().negate();
        if (openQty.value().signum() * after.value().subtract(openQty.value()).signum() >= 0) {
            return new AverageCost(after, new Money(cost.value().add(signed)), realized);
        }
        BigDecimal held = openQty.value().abs();
        BigDecimal closedQty = held.min(quantity.value());
        BigDecimal closedCost = part(cost.value(), closedQty, held);
        BigDecimal closedValue = part(signed, closedQty, quantity.value());
        BigDecimal gained = closedValue.negate().subtract(closedCost);
        return new AverageCost(
                after,
                new Money(cost.value().subtract(closedCost).add(signed).subtract(closedValue)),
                new Money(realized.value().add(gained)));
    }

    /**
     * Returns the same quantity at the same cost, and dollars that were gained or lost otherwise.
     */
    public AverageCost booked(Money gained) {
        return new AverageCost(openQty, cost, realized.plus(gained));
    }

    /** More or fewer shares for the same cost, as after a split. */
    public AverageCost resized(NetQuantity more) {
        return new AverageCost(openQty.plus(more), cost, realized);
    }

    /**
     * Returns the position after a transfer without profit: an increase costs the price, or without
     * one the current average; a decrease takes its share of the cost.
     */
    public AverageCost moved(NetQuantity more, @Nullable Price price) {
        if (more.flat()) {
            return this;
        }
        Side side = more.value().signum() > 0 ? Side.BUY : Side.SELL;
        Quantity quantity = new Quantity(more.value().abs());
        if (openQty.value().signum() * more.value().signum() < 0) {
            return traded(side, quantity, part(quantity));
        }
        Price each = price == null ? avgPx() : price;
        return traded(
                side,
                quantity,
                each == null ? Money.ZERO : rounded(each.value().multiply(quantity.value())));
    }

    /** Returns the cost of a part of the position, at most of the whole. */
    private Money part(Quantity quantity) {
        BigDecimal held = openQty.value().abs();
        BigDecimal closed = held.min(quantity.value());
        BigDecimal closedCost = part(cost.value(), closed, held).abs();
        return rounded(
                closed.compareTo(quantity.value()) == 0
                        ? closedCost
                        : closedCost
                                .multiply(quantity.value())
                                .divide(closed, SCALE, RoundingMode.HALF_EVEN));
    }

    private static Money rounded(BigDecimal dollars) {
        return new Money(
                dollars.scale() > Money.MAX_DECIMALS
                        ? dollars.setScale(Money.MAX_DECIMALS, RoundingMode.HALF_EVEN)
                        : dollars);
    }

    /** Returns the average price, null without a position. */
    public @Nullable Price avgPx() {
        if (openQty.flat()) {
            return null;
        }
        BigDecimal price = cost.value().divide(openQty.value(), SCALE, RoundingMode.HALF_EVEN);
        return price.signum() > 0 ? new Price(price) : null;
    }

    /** Dollars that closing it at this price would bring, below zero for a loss. */
    public Money unrealized(Price lastPx) {
        return new Money(value(lastPx).value().subtract(cost.value()));
    }

    /** Dollars it is worth at this price, below zero where it is short. */
    public Money value(Price lastPx) {
        return new Money(lastPx.value().multiply(openQty.value()));
    }

    /** Returns all of it where all is asked for, so that nothing is left of a closed position. */
    private static BigDecimal part(BigDecimal whole, BigDecimal part, BigDecimal of) {
        return part.compareTo(of) == 0
                ? whole
                : whole.multiply(part).divide(of, SCALE, RoundingMode.HALF_EVEN);
    }
}
