package dev.lockstep.simulator.exchange.rule;

import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order request with the data it is validated against.
 *
 * @param auctionMissed whether orders for its auction are no longer accepted
 */
public record OrderContext(
        RequestedOrder request,
        Asset asset,
        BigDecimal price,
        ExchangeAccount account,
        boolean halted,
        boolean auctionMissed) {
    private static final BigDecimal MARKET_BUY_CUSHION = new BigDecimal("1.025");
    private static final BigDecimal SHORT_SALE_CUSHION = new BigDecimal("1.03");
    private static final BigDecimal CRYPTO_BUY_COLLAR = new BigDecimal("1.02");
    private static final BigDecimal CRYPTO_SELL_COLLAR = new BigDecimal("0.98");

    /** Returns whether the request is for a fractional quantity or a notional amount. */
    boolean fractional() {
        BigDecimal qty = request.qty();
        return qty == null || qty.stripTrailingZeros().scale() > 0;
    }

    /** Returns the quantity, estimated at the current price for a notional order. */
    BigDecimal qty() {
        BigDecimal qty = request.qty();
        if (qty != null) {
            return qty;
        }
        BigDecimal notional = request.notional();
        return notional == null ? BigDecimal.ZERO : Decimals.qty(notional, price);
    }

    /** Returns the cost at the limit price, else at the current price. */
    BigDecimal cost() {
        BigDecimal notional = request.notional();
        BigDecimal limit = request.limitPrice();
        return notional != null ? notional : qty().multiply(limit != null ? limit : price);
    }

    /** Returns whether the order opens or increases a position. */
    public boolean opens() {
        BigDecimal held = account.position(asset.symbol()).qty();
        return held.signum() == 0 || (held.signum() > 0) == (request.side() == Side.BUY);
    }

    public PositionIntent intent() {
        boolean opens = opens();
        return switch (request.side()) {
            case BUY -> opens ? PositionIntent.BUY_TO_OPEN : PositionIntent.BUY_TO_CLOSE;
            case SELL -> opens ? PositionIntent.SELL_TO_OPEN : PositionIntent.SELL_TO_CLOSE;
        };
    }

    /** Returns the price at which buying power is reserved for an opening order. */
    public BigDecimal reservePrice() {
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

    /** Returns the price beyond which a market order for a pair does not fill; null for shares. */
    public @Nullable BigDecimal collar() {
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
