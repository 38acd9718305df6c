package dev.lockstep.simulator.exchange.rule;

import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.book.Valuation;
import dev.lockstep.simulator.exchange.ledger.AccountValue;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules for an account's available shares and buying power. */
public final class HoldingRules {
    private final Valuation valuation;

    public HoldingRules(Valuation valuation) {
        this.valuation = valuation;
    }

    public List<Rule> all() {
        return List.of(
                HoldingRules::intent,
                HoldingRules::washTrade,
                HoldingRules::available,
                this::buyingPower);
    }

    /** Rejects an order whose specified position intent differs from its effect on the position. */
    private static @Nullable VenueRefusal intent(OrderContext p) {
        PositionIntent specified = p.request().positionIntent();
        PositionIntent inferred = p.intent();
        return specified == null || specified == inferred
                ? null
                : VenueRefusal.unprocessable(
                        "position intent mismatch, inferred: "
                                + inferred.wireValue()
                                + ", specified: "
                                + specified.wireValue());
    }

    /**
     * Rejects an order that could trade with an opposite order of the account, unless they are
     * linked.
     */
    private static @Nullable VenueRefusal washTrade(OrderContext p) {
        RequestedOrder r = p.request();
        if (r.orderClass() != OrderClass.SIMPLE || r.type() == OrderType.TRAILING_STOP) {
            return null;
        }
        for (OrderHandle ticket :
                p.account().orders().open(p.asset().symbol(), r.side().opposite())) {
            Order other = ticket.order();
            boolean exempt =
                    other.terms().orderClass() != OrderClass.SIMPLE
                            || other.terms().type() == OrderType.TRAILING_STOP;
            if (!exempt && couldMatch(r, other)) {
                return washTrade(other);
            }
        }
        return null;
    }

    private static boolean couldMatch(RequestedOrder request, Order other) {
        if (!request.type().hasLimit() || !other.terms().type().hasLimit()) {
            return true;
        }
        BigDecimal mine = request.limitPrice();
        BigDecimal theirs = other.terms().limitPrice();
        if (mine == null || theirs == null) {
            return true;
        }
        int above = mine.compareTo(theirs);
        return request.side() == Side.BUY ? above >= 0 : above <= 0;
    }

    private static VenueRefusal washTrade(Order other) {
        String kind = other.terms().type().hasLimit() ? "limit" : "market/stop";
        return VenueRefusal.forbidden("potential wash trade detected. use complex orders")
                .with(
                        Map.of(
                                "reject_reason",
                                "opposite side " + kind + " order exists",
                                "existing_order_id",
                                other.id().toString()));
    }

    private static @Nullable VenueRefusal available(OrderContext p) {
        boolean sell = p.request().side() == Side.SELL;
        if (p.opens()) {
            return sell ? shortSale(p) : null;
        }
        String symbol = p.asset().symbol();
        BigDecimal free =
                p.account().position(symbol).qty().abs().subtract(p.account().held(symbol));
        // A notional amount may round to slightly more than the position; the fill is cut to the
        // position.
        boolean enough = p.request().qty() == null ? free.signum() > 0 : fits(p, free);
        return enough ? null : insufficient(p, free);
    }

    private static boolean fits(OrderContext p, BigDecimal free) {
        return p.qty().compareTo(free) <= 0;
    }

    private static @Nullable VenueRefusal shortSale(OrderContext p) {
        if (p.asset().crypto()) {
            return insufficient(p, BigDecimal.ZERO);
        }
        if (p.fractional()) {
            return VenueRefusal.unprocessable("fractional orders cannot be sold short");
        }
        if (!p.account().shortingAllowed()) {
            return VenueRefusal.forbidden("account is not allowed to short");
        }
        return p.asset().shortable()
                ? null
                : VenueRefusal.unprocessable(
                        "asset \"" + p.asset().symbol() + "\" cannot be sold short");
    }

    private static VenueRefusal insufficient(OrderContext p, BigDecimal free) {
        String amounts =
                " (requested: "
                        + Decimals.text(p.qty())
                        + ", available: "
                        + Decimals.text(free.max(BigDecimal.ZERO))
                        + ")";
        if (p.asset().crypto()) {
            String coin = p.asset().symbol().split("/", -1)[0];
            String balance = Decimals.text(p.account().position(p.asset().symbol()).qty());
            return VenueRefusal.forbidden("insufficient balance for " + coin + amounts)
                    .with(
                            Map.of(
                                    "available",
                                    Decimals.text(free.max(BigDecimal.ZERO)),
                                    "balance",
                                    balance,
                                    "symbol",
                                    coin));
        }
        return VenueRefusal.forbidden("insufficient qty available for order" + amounts)
                .with(holding(p, free));
    }

    private static Map<String, Object> holding(OrderContext p, BigDecimal free) {
        String symbol = p.asset().symbol();
        List<String> related =
                p.account().orders().open(symbol, p.request().side()).stream()
                        .map(OrderHandle::order)
                        .filter(order -> !order.terms().intent().opens())
                        .map(order -> order.id().toString())
                        .toList();
        Map<String, Object> details = new HashMap<>();
        details.put("available", Decimals.text(free.max(BigDecimal.ZERO)));
        details.put("existing_qty", Decimals.text(p.account().position(symbol).qty().abs()));
        details.put("held_for_orders", Decimals.text(p.account().held(symbol)));
        details.put("related_orders", related);
        details.put("symbol", symbol);
        return details;
    }

    private @Nullable VenueRefusal buyingPower(OrderContext p) {
        if (!p.opens()) {
            return null;
        }
        BigDecimal notional = p.request().notional();
        BigDecimal cost = notional != null ? notional : p.qty().multiply(p.reservePrice());
        AccountValue value = valuation.of(p.account());
        BigDecimal power =
                p.asset().crypto() ? value.nonMarginableBuyingPower() : value.buyingPower();
        if (cost.compareTo(power) <= 0) {
            return null;
        }
        return VenueRefusal.forbidden("insufficient buying power")
                .with(
                        Map.of(
                                "buying_power",
                                Decimals.text(Decimals.cents(power)),
                                "cost_basis",
                                Decimals.text(Decimals.cents(cost))));
    }
}
