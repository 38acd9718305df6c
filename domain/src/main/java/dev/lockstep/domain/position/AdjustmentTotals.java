package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;

/**
 * Sums of adjustments, of one instrument or of the account; immutable.
 *
 * @param quantity shares or coins received, negative if delivered
 * @param fees dollars, negative if paid; a fee in coin counts at the price of its booking, and not
 *     at all without one
 * @param dividends dollars, less taxes withheld
 * @param interest dollars, negative if paid
 * @param other all other dollars that count as profit, such as cash in lieu of fractions of a share
 */
public record AdjustmentTotals(
        NetQuantity quantity, Money fees, Money dividends, Money interest, Money other) {
    /** No adjustments. */
    public static final AdjustmentTotals NONE =
            new AdjustmentTotals(NetQuantity.FLAT, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** These and one more. */
    public AdjustmentTotals plus(Adjustment adjustment) {
        Money cash = Booking.gained(adjustment);
        AdjustmentKind kind = adjustment.kind();
        return new AdjustmentTotals(
                quantity.plus(adjustment.quantity()),
                kind == AdjustmentKind.FEE ? fees.plus(cash).plus(inCoin(adjustment)) : fees,
                kind == AdjustmentKind.DIVIDEND ? dividends.plus(cash) : dividends,
                kind == AdjustmentKind.INTEREST ? interest.plus(cash) : interest,
                isOther(kind) ? other.plus(cash) : other);
    }

    /** These and others. */
    public AdjustmentTotals plus(AdjustmentTotals more) {
        return new AdjustmentTotals(
                quantity.plus(more.quantity),
                fees.plus(more.fees),
                dividends.plus(more.dividends),
                interest.plus(more.interest),
                other.plus(more.other));
    }

    private static boolean isOther(AdjustmentKind kind) {
        return switch (kind) {
            case FEE, DIVIDEND, INTEREST -> false;
            case SPLIT, TRANSFER, ASSIGNMENT, SYMBOL_CHANGE, OTHER -> true;
        };
    }

    private static Money inCoin(Adjustment fee) {
        Price price = fee.price();
        return price == null
                ? Money.ZERO
                : new Money(fee.quantity().value().multiply(price.value()));
    }
}
