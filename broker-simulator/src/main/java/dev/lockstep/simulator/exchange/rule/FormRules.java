package dev.lockstep.simulator.exchange.rule;

import static dev.lockstep.simulator.exchange.model.Decimals.QTY_SCALE_DIGITS;

import dev.lockstep.alpaca.order.ExitForm;
import dev.lockstep.alpaca.order.PriceField;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for the fields that each kind of order requires or forbids. */
public final class FormRules {
    public static final int MAX_CLIENT_ORDER_ID_CHARS = 128;

    private FormRules() {}

    public static List<Rule> all() {
        return List.of(
                FormRules::clientOrderId,
                FormRules::amount,
                FormRules::requiredFields,
                FormRules::positivePrices,
                FormRules::extendedHours,
                FormRules::auction);
    }

    private static @Nullable VenueRefusal clientOrderId(OrderContext p) {
        String id = p.request().clientOrderId();
        if (id == null) {
            return null;
        }
        if (id.length() > MAX_CLIENT_ORDER_ID_CHARS) {
            return VenueRefusal.invalid("client_order_id must be no more than 128 characters");
        }
        return p.account().byClientOrderId(id) == null
                ? null
                : VenueRefusal.invalid("client_order_id must be unique");
    }

    private static @Nullable VenueRefusal amount(OrderContext p) {
        BigDecimal qty = p.request().qty();
        BigDecimal notional = p.request().notional();
        if (qty == null && notional == null) {
            return VenueRefusal.invalid("qty or notional is required");
        }
        if (qty != null && notional != null) {
            return VenueRefusal.invalid("only one of qty or notional is accepted");
        }
        if (qty != null && qty.setScale(QTY_SCALE_DIGITS, RoundingMode.DOWN).signum() <= 0) {
            return VenueRefusal.unprocessable("qty must be > 0");
        }
        if (notional != null && notional.signum() <= 0) {
            return VenueRefusal.unprocessable("notional must be > 0");
        }
        return notional != null && notional.stripTrailingZeros().scale() > 2
                ? VenueRefusal.unprocessable("notional must be limited to 2 decimal places")
                : null;
    }

    private static @Nullable VenueRefusal requiredFields(OrderContext p) {
        RequestedOrder r = p.request();
        ExitForm exits = r.orderClass().form();
        Set<PriceField> present = present(r);
        return r.type()
                .form()
                .check(exits, present)
                .or(() -> exits.check(present))
                .map(error -> new VenueRefusal(error.kind(), error.message(), Map.of()))
                .orElse(null);
    }

    private static Set<PriceField> present(RequestedOrder r) {
        Map<PriceField, @Nullable BigDecimal> fields = new EnumMap<>(PriceField.class);
        fields.put(PriceField.LIMIT, r.limitPrice());
        fields.put(PriceField.STOP, r.stopPrice());
        fields.put(PriceField.TRAIL_PRICE, r.trailPrice());
        fields.put(PriceField.TRAIL_PERCENT, r.trailPercent());
        fields.put(PriceField.TAKE_PROFIT, r.takeProfitLimitPrice());
        fields.put(PriceField.STOP_LOSS, r.stopLossStopPrice());
        fields.values().removeIf(Objects::isNull);
        return fields.keySet();
    }

    private static @Nullable VenueRefusal positivePrices(OrderContext p) {
        RequestedOrder r = p.request();
        return Stream.of(
                        positive("limit price", r.limitPrice()),
                        positive("stop price", r.stopPrice()),
                        positive("take_profit.limit_price", r.takeProfitLimitPrice()),
                        positive("stop_loss.stop_price", r.stopLossStopPrice()),
                        positive("stop_loss.limit_price", r.stopLossLimitPrice()),
                        positive("trail", r.trailPrice()),
                        positive("trail", r.trailPercent()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<VenueRefusal> positive(String name, @Nullable BigDecimal price) {
        return price == null || price.signum() > 0
                ? Optional.empty()
                : Optional.of(VenueRefusal.unprocessable(name + " must be > 0"));
    }

    private static @Nullable VenueRefusal extendedHours(OrderContext p) {
        RequestedOrder r = p.request();
        if (!r.extendedHours()) {
            return null;
        }
        if (r.type() != OrderType.LIMIT) {
            return VenueRefusal.invalid("only type=\"limit\" is allowed for extended hours orders");
        }
        boolean lasting = r.timeInForce() == TimeInForce.DAY || r.timeInForce() == TimeInForce.GTC;
        return lasting && r.orderClass() == OrderClass.SIMPLE
                ? null
                : VenueRefusal.unprocessable(
                        "extended hours order must be DAY or GTC limit orders");
    }

    private static @Nullable VenueRefusal auction(OrderContext p) {
        if (p.auctionMissed()) {
            boolean opening = p.request().timeInForce() == TimeInForce.OPG;
            return VenueRefusal.unprocessable(
                    opening
                            ? "opg orders are not accepted between 9:28am and 7:00pm ET"
                            : "cls orders are not accepted between 3:50pm and 7:00pm ET");
        }
        boolean priced =
                p.request().type() == OrderType.MARKET || p.request().type() == OrderType.LIMIT;
        return p.request().timeInForce().auction() && !priced
                ? VenueRefusal.unprocessable("opg and cls orders must be market or limit orders")
                : null;
    }
}
