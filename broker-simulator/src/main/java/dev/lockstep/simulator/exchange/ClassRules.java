package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for linked, fractional and crypto orders: the combinations that are not allowed. */
final class ClassRules {
    private static final BigDecimal MIN_CRYPTO_COST_DOLLARS = BigDecimal.TEN;

    private ClassRules() {}

    static List<Rule> all() {
        return List.of(
                ClassRules::tradable,
                ClassRules::legs,
                ClassRules::linked,
                ClassRules::trailing,
                ClassRules::fractional,
                ClassRules::crypto);
    }

    private static @Nullable Refusal tradable(Proposal p) {
        return p.halted()
                ? Refusal.unprocessable("asset \"" + p.asset().symbol() + "\" is not tradable")
                : null;
    }

    private static @Nullable Refusal legs(Proposal p) {
        boolean profit = p.request().takeProfitLimitPrice() != null;
        boolean loss = p.request().stopLossStopPrice() != null;
        return switch (p.request().orderClass()) {
            case SIMPLE ->
                    profit || loss
                            ? Refusal.unprocessable(
                                    "simple orders must not have take_profit or stop_loss")
                            : null;
            case BRACKET ->
                    profit && loss ? null : required("bracket", "take_profit.limit_price", profit);
            case OCO ->
                    loss && (profit || p.request().limitPrice() != null)
                            ? null
                            : required("oco", "take_profit.limit_price", profit);
            case OTO ->
                    profit != loss
                            ? null
                            : Refusal.unprocessable(
                                    "oto orders require exactly one of take_profit or stop_loss");
        };
    }

    private static Refusal required(String orderClass, String profitField, boolean profit) {
        String missing = profit ? "stop_loss.stop_price" : profitField;
        return Refusal.unprocessable(orderClass + " orders require " + missing);
    }

    private static @Nullable Refusal linked(Proposal p) {
        OrderRequest r = p.request();
        if (r.orderClass() == OrderClass.SIMPLE) {
            return null;
        }
        if (r.timeInForce() != TimeInForce.DAY && r.timeInForce() != TimeInForce.GTC) {
            return Refusal.unprocessable("complex orders must be DAY or GTC orders");
        }
        if (r.orderClass() == OrderClass.OCO) {
            return r.type() == OrderType.LIMIT
                    ? null
                    : Refusal.unprocessable("oco orders must be limit orders");
        }
        return r.type() == OrderType.MARKET || r.type() == OrderType.LIMIT
                ? null
                : Refusal.unprocessable(
                        r.orderClass().wireValue()
                                + " orders must be entered with market or limit");
    }

    private static @Nullable Refusal trailing(Proposal p) {
        OrderRequest r = p.request();
        boolean lasting = r.timeInForce() == TimeInForce.DAY || r.timeInForce() == TimeInForce.GTC;
        return r.type() == OrderType.TRAILING_STOP
                        && !(lasting && r.orderClass() == OrderClass.SIMPLE)
                ? Refusal.unprocessable("trailing stop orders must be simple DAY or GTC orders")
                : null;
    }

    private static @Nullable Refusal fractional(Proposal p) {
        if (p.asset().crypto() || !p.fractional()) {
            return null;
        }
        OrderRequest r = p.request();
        if (!p.asset().fractionable()) {
            return Refusal.forbidden("asset \"" + r.symbol() + "\" is not fractionable");
        }
        if (p.opens() && !p.account().settings().fractionalTrading()) {
            return Refusal.forbidden("account is not allowed to trade fractional shares");
        }
        if (r.timeInForce() != TimeInForce.DAY) {
            return Refusal.unprocessable("fractional orders must be DAY orders");
        }
        if (r.orderClass() != OrderClass.SIMPLE) {
            return Refusal.unprocessable("fractional orders must be simple orders");
        }
        return r.type() == OrderType.TRAILING_STOP
                ? Refusal.unprocessable(
                        "fractional orders must be market, limit, stop, or stop_limit orders")
                : null;
    }

    private static @Nullable Refusal crypto(Proposal p) {
        if (!p.asset().crypto()) {
            return null;
        }
        OrderRequest r = p.request();
        if (r.timeInForce() != TimeInForce.GTC && r.timeInForce() != TimeInForce.IOC) {
            return Refusal.unprocessable("invalid crypto time_in_force");
        }
        if (r.type() == OrderType.STOP || r.type() == OrderType.TRAILING_STOP) {
            return Refusal.invalid("invalid order type for crypto order");
        }
        if (r.orderClass() != OrderClass.SIMPLE) {
            return Refusal.unprocessable("crypto orders must be simple orders");
        }
        return p.cost().compareTo(MIN_CRYPTO_COST_DOLLARS) < 0
                ? Refusal.forbidden("cost basis must be >= minimal amount of order 10")
                : null;
    }
}
