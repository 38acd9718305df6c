package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Terms of a successor: those of the old order with the requested changes. */
final class ReplacedTerms {
    private ReplacedTerms() {}

    static Terms of(
            Terms old, ReplaceRequest request, Asset asset, @Nullable BigDecimal highWaterMark) {
        BigDecimal trailPrice =
                old.trailPrice() == null ? null : or(request.trail(), old.trailPrice());
        BigDecimal trailPercent =
                old.trailPercent() == null ? null : or(request.trail(), old.trailPercent());
        BigDecimal stop = or(request.stopPrice(), old.stopPrice());
        TimeInForce timeInForce = request.timeInForce();
        return new Terms(
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

    static @Nullable Refusal judge(Order old, ReplaceRequest request, Asset asset) {
        Terms terms = old.terms();
        if (terms.notional() != null) {
            return Refusal.unprocessable("notional orders cannot be replaced");
        }
        Refusal amount = judgeQty(old, request.qty(), asset);
        if (amount != null) {
            return amount;
        }
        Refusal kind = judgeKind(terms, request);
        if (kind != null) {
            return kind;
        }
        Refusal lasting = judgeTimeInForce(terms, request.timeInForce(), asset);
        if (lasting != null) {
            return lasting;
        }
        Refusal limit = step(asset, "limit_price", request.limitPrice());
        if (limit != null) {
            return limit;
        }
        Refusal stop = step(asset, "stop_price", request.stopPrice());
        if (stop != null) {
            return stop;
        }
        return changesNothing(terms, request)
                ? Refusal.forbidden("order parameters are not changed")
                : null;
    }

    private static @Nullable Refusal judgeQty(Order old, @Nullable BigDecimal qty, Asset asset) {
        if (qty == null) {
            return null;
        }
        if (qty.signum() <= 0) {
            return Refusal.unprocessable("qty must be > 0");
        }
        if (!asset.crypto() && qty.stripTrailingZeros().scale() > 0) {
            return Refusal.unprocessable("qty must be integer");
        }
        if (!asset.crypto() && fractional(old.terms())) {
            return Refusal.unprocessable("qty of fractional orders cannot be changed");
        }
        return qty.compareTo(old.filled().qty()) <= 0
                ? Refusal.unprocessable("qty must be > filled_qty")
                : null;
    }

    private static boolean fractional(Terms terms) {
        BigDecimal qty = terms.qty();
        return qty != null && qty.stripTrailingZeros().scale() > 0;
    }

    /** Applies the time-in-force rules of new orders to a replacement. */
    private static @Nullable Refusal judgeTimeInForce(
            Terms terms, @Nullable TimeInForce requested, Asset asset) {
        if (requested == null || requested == terms.timeInForce()) {
            return null;
        }
        if (asset.crypto()) {
            return requested == TimeInForce.GTC || requested == TimeInForce.IOC
                    ? null
                    : Refusal.unprocessable("invalid crypto time_in_force");
        }
        if (fractional(terms)) {
            return Refusal.unprocessable("fractional orders must be DAY orders");
        }
        boolean lasting = requested == TimeInForce.DAY || requested == TimeInForce.GTC;
        if (!lasting && terms.orderClass() != OrderClass.SIMPLE) {
            return Refusal.unprocessable("complex orders must be DAY or GTC orders");
        }
        if (!lasting && terms.type() == OrderType.TRAILING_STOP) {
            return Refusal.unprocessable("trailing stop orders must be simple DAY or GTC orders");
        }
        if (!lasting && terms.extendedHours()) {
            return Refusal.unprocessable("extended hours order must be DAY or GTC limit orders");
        }
        return requested.auction() && terms.type().hasStop()
                ? Refusal.unprocessable("opg and cls orders must be market or limit orders")
                : null;
    }

    private static @Nullable Refusal judgeKind(Terms terms, ReplaceRequest request) {
        String type = terms.type().wireValue();
        if (request.limitPrice() != null && terms.limitPrice() == null) {
            return Refusal.unprocessable(type + " orders require no limit price");
        }
        boolean ownStop = terms.stopPrice() != null && terms.type() != OrderType.TRAILING_STOP;
        if (request.stopPrice() != null && !ownStop) {
            return Refusal.unprocessable(type + " orders require no stop price");
        }
        boolean trailing = terms.type() == OrderType.TRAILING_STOP;
        return request.trail() != null && !trailing
                ? Refusal.unprocessable("trail needs a trailing_stop order")
                : null;
    }

    private static @Nullable Refusal step(Asset asset, String field, @Nullable BigDecimal price) {
        if (price == null) {
            return null;
        }
        return price.signum() <= 0
                ? Refusal.unprocessable(field + " must be > 0")
                : PriceRules.subPenny(asset, field, price);
    }

    private static boolean changesNothing(Terms terms, ReplaceRequest request) {
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
