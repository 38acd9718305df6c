package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order request beside what it is judged by.
 *
 * @param auctionMissed whether no orders are taken now for the auction it is for
 */
record Proposal(
        OrderRequest request,
        Asset asset,
        BigDecimal price,
        Account account,
        boolean halted,
        boolean auctionMissed) {
    private static final BigDecimal MARKET_BUY_CUSHION = new BigDecimal("1.025");
    private static final BigDecimal SHORT_SALE_CUSHION = new BigDecimal("1.03");
    private static final BigDecimal CRYPTO_BUY_COLLAR = new BigDecimal("1.02");
    private static final BigDecimal CRYPTO_SELL_COLLAR = new BigDecimal("0.98");

    /** Whether it asks for a part of a share or for an amount of dollars. */
    boolean fractional() {
        BigDecimal qty = request.qty();
        return qty == null || qty.stripTrailingZeros().scale() > 0;
    }

    /** The quantity, estimated at the present price when an amount is asked for. */
    BigDecimal qty() {
        BigDecimal qty = request.qty();
        if (qty != null) {
            return qty;
        }
        BigDecimal notional = request.notional();
        return notional == null ? BigDecimal.ZERO : Decimals.qty(notional, price);
    }

    /** What it would cost at its limit, else at the present price. */
    BigDecimal cost() {
        BigDecimal notional = request.notional();
        BigDecimal limit = request.limitPrice();
        return notional != null ? notional : qty().multiply(limit != null ? limit : price);
    }

    /** Whether the order adds to the position or makes one. */
    boolean opens() {
        BigDecimal held = account.position(asset.symbol()).qty();
        return held.signum() == 0 || (held.signum() > 0) == (request.side() == Side.BUY);
    }

    PositionIntent intent() {
        boolean opens = opens();
        return switch (request.side()) {
            case BUY -> opens ? PositionIntent.BUY_TO_OPEN : PositionIntent.BUY_TO_CLOSE;
            case SELL -> opens ? PositionIntent.SELL_TO_OPEN : PositionIntent.SELL_TO_CLOSE;
        };
    }

    /** The price at which the venue reserves buying power for an opening order. */
    BigDecimal reservePrice() {
        BigDecimal named = namedPrice();
        return switch (request.side()) {
            case BUY -> {
                BigDecimal collar = collar();
                BigDecimal dearest = collar != null ? collar : price.multiply(MARKET_BUY_CUSHION);
                yield named != null ? named : dearest;
            }
            case SELL -> {
                BigDecimal cushioned = price.multiply(SHORT_SALE_CUSHION);
                yield named != null ? cushioned.max(named) : cushioned;
            }
        };
    }

    /** How far from the present price a market order for a pair may trade; null for shares. */
    @Nullable BigDecimal collar() {
        if (!asset.crypto()) {
            return null;
        }
        boolean buy = request.side() == Side.BUY;
        return price.multiply(buy ? CRYPTO_BUY_COLLAR : CRYPTO_SELL_COLLAR);
    }

    private @Nullable BigDecimal namedPrice() {
        BigDecimal limit = request.limitPrice();
        if (limit != null) {
            return limit;
        }
        BigDecimal takeProfit = request.takeProfitLimitPrice();
        if (request.orderClass() == OrderClass.OCO && takeProfit != null) {
            return takeProfit;
        }
        return request.stopPrice();
    }
}
