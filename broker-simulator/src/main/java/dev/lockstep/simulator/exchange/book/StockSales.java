package dev.lockstep.simulator.exchange.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * An account's sales of stocks on one day, from which the day's regulatory fees follow.
 *
 * @param day the day in New York
 * @param proceeds what was received, in dollars
 * @param activityFee the trading activity fee of all trades, in dollars
 */
public record StockSales(
        LocalDate day, BigDecimal proceeds, BigDecimal shares, int trades, BigDecimal activityFee) {
    /** Fee of the Securities and Exchange Commission on the proceeds: 20.60 dollars a million. */
    private static final BigDecimal COMMISSION_FEE = new BigDecimal("0.0000206");

    /** Trading activity fee of each share, in dollars. */
    private static final BigDecimal ACTIVITY_FEE_A_SHARE = new BigDecimal("0.000195");

    private static final BigDecimal MAX_ACTIVITY_FEE_A_TRADE = new BigDecimal("9.79");

    static StockSales none(LocalDate day) {
        return new StockSales(day, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO);
    }

    StockSales and(BigDecimal qty, BigDecimal price) {
        BigDecimal fee = qty.multiply(ACTIVITY_FEE_A_SHARE).min(MAX_ACTIVITY_FEE_A_TRADE);
        return new StockSales(
                day,
                proceeds.add(qty.multiply(price)),
                shares.add(qty),
                trades + 1,
                activityFee.add(fee));
    }

    /** Returns the commission's fee, rounded up to the cent. */
    public BigDecimal commissionFee() {
        return proceeds.multiply(COMMISSION_FEE).setScale(2, RoundingMode.UP);
    }

    /** Returns the trading activity fee, rounded up to the cent. */
    public BigDecimal roundedActivityFee() {
        return activityFee.setScale(2, RoundingMode.UP);
    }
}
