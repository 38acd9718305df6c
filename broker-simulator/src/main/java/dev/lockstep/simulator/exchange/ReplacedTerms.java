package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.rule.PriceFormRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Terms of a successor: those of the old order with the requested changes. */
final class ReplacedTerms {
    private ReplacedTerms() {}

    static OrderTerms of(
            OrderTerms old,
            RequestedReplacement request,
            Asset asset,
            @Nullable BigDecimal highWaterMark) {
        BigDecimal trailPrice =
                old.trailPrice() == null ? null : or(request.trail(), old.trailPrice());
        BigDecimal trailPercent =
                old.trailPercent() == null ? null : or(request.trail(), old.trailPercent());
        BigDecimal stop = or(request.stopPrice(), old.stopPrice());
        TimeInForce timeInForce = request.timeInForce();
        return new OrderTerms(
                old.symbol(),
                old.side(),
                old.type(),
                timeInForce != null ? timeInForce : old.timeInForce(),
                old.orderClass(),
                or(request.qty(), old.qty()),
                old.notional(),
                or(request.limitPrice(), old.limitPrice()),
                highWaterMark == null
                        ? stop
                        : Matcher.trailedStop(
                                old.side(), trailPrice, trailPercent, asset, highWaterMark),
                trailPrice,
                trailPercent,
                old.extendedHours(),
                old.intent());
    }

    static @Nullable VenueRefusal judge(Order old, RequestedReplacement request, Asset asset) {
        OrderTerms terms = old.terms();
        if (terms.notional() != null) {
            return VenueRefusal.unprocessable("notional orders cannot be replaced");
        }
        VenueRefusal amount = judgeQty(old, request.qty(), asset);
        if (amount != null) {
            return amount;
        }
        VenueRefusal kind = judgeKind(terms, request);
        if (kind != null) {
            return kind;
        }
        VenueRefusal lasting = judgeTimeInForce(terms, request.timeInForce(), asset);
        if (lasting != null) {
            return lasting;
        }
        VenueRefusal limit = step(asset, "limit_price", request.limitPrice());
        if (limit != null) {
            return limit;
        }
        VenueRefusal stop = step(asset, "stop_price", request.stopPrice());
        if (stop != null) {
            return stop;
        }
        return changesNothing(terms, request)
                ? VenueRefusal.forbidden("order parameters are not changed")
                : null;
    }

    private static @Nullable VenueRefusal judgeQty(
            Order old, @Nullable BigDecimal qty, Asset asset) {
        if (qty == null) {
            return null;
        }
        if (qty.signum() <= 0) {
            return VenueRefusal.unprocessable("qty must be > 0");
        }
        if (!asset.crypto() && qty.stripTrailingZeros().scale() > 0) {
            return VenueRefusal.unprocessable("qty must be integer");
        }
        if (!asset.crypto() && fractional(old.terms())) {
            return VenueRefusal.unprocessable("qty of fractional orders cannot be changed");
        }
        return qty.compareTo(old.filled().qty()) <= 0
                ? VenueRefusal.unprocessable("qty must be > filled_qty")
                : null;
    }

    private static boolean fractional(OrderTerms terms) {
        BigDecimal qty = terms.qty();
        return qty != null && qty.stripTrailingZeros().scale() > 0;
    }

    /** Applies the time-in-force rules of new orders to a replacement. */
    private static @Nullable VenueRefusal judgeTimeInForce(
            OrderTerms terms, @Nullable TimeInForce requested, Asset asset) {
        if (requested == null || requested == terms.timeInForce()) {
            return null;
        }
        if (asset.crypto()) {
            return requested == TimeInForce.GTC || requested == TimeInForce.IOC
                    ? null
                    : VenueRefusal.unprocessable("invalid crypto time_in_force");
        }
        if (fractional(terms)) {
            return VenueRefusal.unprocessable("fractional orders must be DAY orders");
        }
        boolean lasting = requested == TimeInForce.DAY || requested == TimeInForce.GTC;
        if (!lasting && terms.orderClass() != OrderClass.SIMPLE) {
            return VenueRefusal.unprocessable("complex orders must be DAY or GTC orders");
        }
        if (!lasting && terms.type() == OrderType.TRAILING_STOP) {
            return VenueRefusal.unprocessable(
                    "trailing stop orders must be simple DAY or GTC orders");
        }
        if (!lasting && terms.extendedHours()) {
            return VenueRefusal.unprocessable(
                    "extended hours order must be DAY or GTC limit orders");
        }
        return requested.auction() && terms.type().hasStop()
                ? VenueRefusal.unprocessable("opg and cls orders must be market or limit orders")
                : null;
    }

    private static @Nullable VenueRefusal judgeKind(
            OrderTerms terms, RequestedReplacement request) {
        String type = terms.type().wireValue();
        if (request.limitPrice() != null && terms.limitPrice() == null) {
            return VenueRefusal.unprocessable(type + " orders require no limit price");
        }
        boolean ownStop = terms.stopPrice() != null && terms.type() != OrderType.TRAILING_STOP;
        if (request.stopPrice() != null && !ownStop) {
            return VenueRefusal.unprocessable(type + " orders require no stop price");
        }
        boolean trailing = terms.type() == OrderType.TRAILING_STOP;
        return request.trail() != null && !trailing
                ? VenueRefusal.unprocessable("trail needs a trailing_stop order")
                : null;
    }

    private static @Nullable VenueRefusal step(
            Asset asset, String field, @Nullable BigDecimal price) {
        if (price == null) {
            return null;
        }
        return price.signum() <= 0
                ? VenueRefusal.unprocessable(field + " must be > 0")
                : PriceFormRules.subPenny(asset, field, price);
    }

    private static boolean changesNothing(OrderTerms terms, RequestedReplacement request) {
        return same(request.qty(), terms.qty())
                && same(request.limitPrice(), terms.limitPrice())
                && same(request.stopPrice(), terms.stopPrice())
                && (same(request.trail(), terms.trailPrice())
                        || same(request.trail(), terms.trailPercent()))
                && (request.timeInForce() == null || request.timeInForce() == terms.timeInForce());
    }

    private static boolean same(@Nullable BigDecimal requested, @Nullable BigDecimal present) {
        return requested == null || (present != null && requested.compareTo(present) == 0);
    }

    private static @Nullable BigDecimal or(
            @Nullable BigDecimal requested, @Nullable BigDecimal old) {
        return requested != null ? requested : old;
    }
}
