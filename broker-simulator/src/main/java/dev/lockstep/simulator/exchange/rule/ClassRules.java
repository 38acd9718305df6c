package dev.lockstep.simulator.exchange.rule;

import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for linked, fractional and crypto orders: the combinations that are not allowed. */
public final class ClassRules {
    private static final BigDecimal MIN_CRYPTO_COST_DOLLARS = BigDecimal.TEN;

    private ClassRules() {}

    public static List<Rule> all() {
        return List.of(
                ClassRules::tradable,
                ClassRules::linked,
                ClassRules::trailing,
                ClassRules::fractional,
                ClassRules::crypto);
    }

    private static @Nullable VenueRefusal tradable(OrderContext p) {
        return p.halted()
                ? VenueRefusal.unprocessable("asset \"" + p.asset().symbol() + "\" is not tradable")
                : null;
    }

    private static @Nullable VenueRefusal linked(OrderContext p) {
        RequestedOrder r = p.request();
        if (r.orderClass() == OrderClass.SIMPLE) {
            return null;
        }
        if (r.timeInForce() != TimeInForce.DAY && r.timeInForce() != TimeInForce.GTC) {
            return VenueRefusal.unprocessable("complex orders must be DAY or GTC orders");
        }
        if (r.orderClass() == OrderClass.BRACKET && !p.opens()) {
            return VenueRefusal.unprocessable("bracket orders must be entry orders");
        }
        if (r.orderClass() == OrderClass.OCO && p.opens()) {
            return VenueRefusal.unprocessable("oco orders must be exit orders");
        }
        if (r.orderClass() == OrderClass.OCO) {
            return r.type() == OrderType.LIMIT
                    ? null
                    : VenueRefusal.unprocessable("oco orders must be limit orders");
        }
        return r.type() == OrderType.MARKET || r.type() == OrderType.LIMIT
                ? null
                : VenueRefusal.unprocessable(
                        r.orderClass().wireValue()
                                + " orders must be entered with market or limit");
    }

    private static @Nullable VenueRefusal trailing(OrderContext p) {
        RequestedOrder r = p.request();
        boolean lasting = r.timeInForce() == TimeInForce.DAY || r.timeInForce() == TimeInForce.GTC;
        return r.type() == OrderType.TRAILING_STOP
                        && !(lasting && r.orderClass() == OrderClass.SIMPLE)
                ? VenueRefusal.unprocessable(
                        "trailing stop orders must be simple DAY or GTC orders")
                : null;
    }

    private static @Nullable VenueRefusal fractional(OrderContext p) {
        if (p.asset().crypto() || !p.fractional()) {
            return null;
        }
        RequestedOrder r = p.request();
        if (!p.asset().fractionable()) {
            return VenueRefusal.forbidden("asset \"" + r.symbol() + "\" is not fractionable");
        }
        if (p.opens() && !p.account().settings().fractionalTrading()) {
            return VenueRefusal.forbidden("account is not allowed to trade fractional shares");
        }
        if (r.timeInForce() != TimeInForce.DAY) {
            boolean stop = r.type() == OrderType.STOP || r.type() == OrderType.STOP_LIMIT;
            return VenueRefusal.unprocessable(
                    stop && r.timeInForce() == TimeInForce.GTC
                            ? "stop/stop_limit fractional GTC orders are not enabled"
                            : "fractional orders must be DAY orders");
        }
        if (r.orderClass() != OrderClass.SIMPLE) {
            return VenueRefusal.unprocessable("fractional orders must be simple orders");
        }
        return r.type() == OrderType.TRAILING_STOP
                ? VenueRefusal.unprocessable(
                        "fractional orders must be market, limit, stop, or stop_limit orders")
                : null;
    }

    private static @Nullable VenueRefusal crypto(OrderContext p) {
        if (!p.asset().crypto()) {
            return null;
        }
        RequestedOrder r = p.request();
        if (r.timeInForce() != TimeInForce.GTC && r.timeInForce() != TimeInForce.IOC) {
            return VenueRefusal.unprocessable("invalid crypto time_in_force");
        }
        if (r.type() == OrderType.STOP || r.type() == OrderType.TRAILING_STOP) {
            return VenueRefusal.invalid("invalid order type for crypto order");
        }
        if (r.orderClass() != OrderClass.SIMPLE) {
            return VenueRefusal.unprocessable("crypto orders must be simple orders");
        }
        return p.cost().compareTo(MIN_CRYPTO_COST_DOLLARS) < 0
                ? VenueRefusal.forbidden("cost basis must be >= minimal amount of order 10")
                : null;
    }
}
