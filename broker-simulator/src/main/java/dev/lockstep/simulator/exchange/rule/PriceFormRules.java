package dev.lockstep.simulator.exchange.rule;

import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules for prices: increments, position relative to the market, and the minimum order value. */
public final class PriceFormRules {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MIN_EQUITY_COST_DOLLARS = BigDecimal.ONE;

    private PriceFormRules() {}

    public static List<Rule> all() {
        return List.of(
                p -> subPenny(p, "limit_price", p.request().limitPrice()),
                p -> subPenny(p, "stop_price", p.request().stopPrice()),
                p -> subPenny(p, "take_profit.limit_price", p.request().takeProfitLimitPrice()),
                p -> subPenny(p, "stop_loss.stop_price", p.request().stopLossStopPrice()),
                p -> subPenny(p, "stop_loss.limit_price", p.request().stopLossLimitPrice()),
                PriceFormRules::stopSide,
                PriceFormRules::exitSides,
                PriceFormRules::bracketSides,
                PriceFormRules::leastCost);
    }

    public static @Nullable VenueRefusal subPenny(
            OrderContext p, String field, @Nullable BigDecimal value) {
        return value == null ? null : subPenny(p.asset(), field, value);
    }

    public static @Nullable VenueRefusal subPenny(Asset asset, String field, BigDecimal value) {
        int places = asset.tick(value).scale();
        return asset.crypto() || value.stripTrailingZeros().scale() <= places
                ? null
                : VenueRefusal.unprocessable(
                        "invalid "
                                + field
                                + " "
                                + Decimals.text(value)
                                + ". sub-penny increment does not fulfill minimum pricing criteria");
    }

    private static @Nullable VenueRefusal stopSide(OrderContext p) {
        boolean oco = p.request().orderClass() == OrderClass.OCO;
        BigDecimal stop = oco ? p.request().stopLossStopPrice() : p.request().stopPrice();
        if (stop == null) {
            return null;
        }
        return stopSide(p.request().side(), stop, p.price());
    }

    /** Rejects a stop price that the market has already passed. */
    public static @Nullable VenueRefusal stopSide(
            Side side, BigDecimal stop, BigDecimal marketPrice) {
        boolean buy = side == Side.BUY;
        int beyond = stop.compareTo(marketPrice);
        if (buy ? beyond > 0 : beyond < 0) {
            return null;
        }
        return VenueRefusal.unprocessable(
                        "stop price must be " + (buy ? "greater" : "less") + " than current price")
                .with(
                        Map.of(
                                "market_price",
                                Decimals.text(marketPrice),
                                "stop_price",
                                Decimals.text(stop)));
    }

    private static @Nullable VenueRefusal leastCost(OrderContext p) {
        boolean tooSmall =
                !p.asset().crypto()
                        && p.request().side() == Side.BUY
                        && p.cost().compareTo(MIN_EQUITY_COST_DOLLARS) < 0;
        return tooSmall
                ? VenueRefusal.forbidden("cost basis must be >= minimal amount of order 1")
                : null;
    }

    /** Checks that the two exits of an oco are on the correct sides of each other. */
    private static @Nullable VenueRefusal exitSides(OrderContext p) {
        RequestedOrder r = p.request();
        BigDecimal profit =
                r.takeProfitLimitPrice() != null ? r.takeProfitLimitPrice() : r.limitPrice();
        BigDecimal stop = r.stopLossStopPrice();
        if (r.orderClass() != OrderClass.OCO || profit == null || stop == null) {
            return null;
        }
        boolean sell = r.side() == Side.SELL;
        int above = profit.compareTo(stop);
        return (sell ? above > 0 : above < 0)
                ? null
                : VenueRefusal.unprocessable(
                        "oco orders require take_profit.limit_price "
                                + (sell ? ">" : "<")
                                + " stop_loss.stop_price");
    }

    /**
     * Checks that the legs of a bracket or oto are at least a cent above and below the base price.
     */
    private static @Nullable VenueRefusal bracketSides(OrderContext p) {
        RequestedOrder r = p.request();
        if (r.orderClass() == OrderClass.SIMPLE || r.orderClass() == OrderClass.OCO) {
            return null;
        }
        BigDecimal limit = r.limitPrice();
        BigDecimal base = limit != null ? limit : p.price();
        boolean buy = r.side() == Side.BUY;
        VenueRefusal profit =
                legSide(base, "take_profit.limit_price", r.takeProfitLimitPrice(), buy);
        return profit != null
                ? profit
                : legSide(base, "stop_loss.stop_price", r.stopLossStopPrice(), !buy);
    }

    private static @Nullable VenueRefusal legSide(
            BigDecimal base, String field, @Nullable BigDecimal price, boolean above) {
        if (price == null) {
            return null;
        }
        BigDecimal bound = above ? base.add(CENT) : base.subtract(CENT);
        int beyond = price.compareTo(bound);
        if (above ? beyond >= 0 : beyond <= 0) {
            return null;
        }
        String side = above ? " must be >= base_price + 0.01" : " must be <= base_price - 0.01";
        return VenueRefusal.unprocessable(field + side)
                .with(Map.of("base_price", Decimals.text(base)));
    }
}
