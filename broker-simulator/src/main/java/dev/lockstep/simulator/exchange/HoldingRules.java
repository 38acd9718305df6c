package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules for an account's available shares and buying power. */
final class HoldingRules {
    private final Valuation valuation;

    HoldingRules(Valuation valuation) {
        this.valuation = valuation;
    }

    List<Rule> all() {
        return List.of(
                HoldingRules::intent,
                HoldingRules::washTrade,
                HoldingRules::available,
                this::buyingPower);
    }

    /** Rejects an order whose specified position intent differs from its effect on the position. */
    private static @Nullable Refusal intent(Proposal p) {
        PositionIntent specified = p.request().positionIntent();
        PositionIntent inferred = p.intent();
        return specified == null || specified == inferred
                ? null
                : Refusal.unprocessable(
                        "position intent mismatch, inferred: "
                                + inferred.wireValue()
                                + ", specified: "
                                + specified.wireValue());
    }

    /**
     * Rejects an order that could trade with an opposite order of the account, unless they are
     * linked.
     */
    private static @Nullable Refusal washTrade(Proposal p) {
        OrderRequest r = p.request();
        if (r.orderClass() != OrderClass.SIMPLE || r.type() == OrderType.TRAILING_STOP) {
            return null;
        }
        for (OrderTicket ticket :
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

    private static boolean couldMatch(OrderRequest request, Order other) {
        if (request.type() != OrderType.LIMIT || other.terms().type() != OrderType.LIMIT) {
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

    private static Refusal washTrade(Order other) {
        String kind = other.terms().type() == OrderType.LIMIT ? "limit" : "market/stop";
        return Refusal.forbidden("potential wash trade detected. use complex orders")
                .with(
                        Map.of(
                                "reject_reason",
                                "opposite side " + kind + " order exists",
                                "existing_order_id",
                                other.id().toString()));
    }

    private static @Nullable Refusal available(Proposal p) {
        boolean sell = p.request().side() == Side.SELL;
        if (p.opens()) {
            if (p.request().orderClass() == OrderClass.OCO) {
                return insufficient(p, BigDecimal.ZERO);
            }
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

    private static boolean fits(Proposal p, BigDecimal free) {
        return p.qty().compareTo(free) <= 0;
    }

    private static @Nullable Refusal shortSale(Proposal p) {
        if (p.asset().crypto()) {
            return insufficient(p, BigDecimal.ZERO);
        }
        if (p.fractional()) {
            return Refusal.unprocessable("fractional orders cannot be sold short");
        }
        if (!p.account().shortingAllowed()) {
            return Refusal.forbidden("account is not allowed to short");
        }
        return p.asset().shortable()
                ? null
                : Refusal.unprocessable(
                        "asset \"" + p.asset().symbol() + "\" cannot be sold short");
    }

    private static Refusal insufficient(Proposal p, BigDecimal free) {
        String amounts =
                " (requested: "
                        + Decimals.text(p.qty())
                        + ", available: "
                        + Decimals.text(free.max(BigDecimal.ZERO))
                        + ")";
        if (p.asset().crypto()) {
            String coin = p.asset().symbol().split("/", -1)[0];
            return Refusal.forbidden("insufficient balance for " + coin + amounts);
        }
        return Refusal.forbidden("insufficient qty available for order" + amounts)
                .with(holding(p, free));
    }

    private static Map<String, Object> holding(Proposal p, BigDecimal free) {
        String symbol = p.asset().symbol();
        List<String> related =
                p.account().orders().open(symbol, p.request().side()).stream()
                        .map(OrderTicket::order)
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

    private @Nullable Refusal buyingPower(Proposal p) {
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
        return Refusal.forbidden("insufficient buying power")
                .with(
                        Map.of(
                                "buying_power",
                                Decimals.text(Decimals.cents(power)),
                                "cost_basis",
                                Decimals.text(Decimals.cents(cost))));
    }
}
