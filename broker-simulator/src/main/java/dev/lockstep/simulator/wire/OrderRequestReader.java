package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.WireEnum;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses order requests and replace requests; unknown keys are ignored. */
public final class OrderRequestReader {
    private OrderRequestReader() {}

    public static RequestedOrder order(ObjectNode body) {
        RequestFields fields = new RequestFields(body);
        OrderClass orderClass = orderClass(fields);
        return new RequestedOrder(
                symbol(fields.required("symbol")),
                fields.decimal("qty"),
                fields.decimal("notional"),
                required(enumValue(fields, "side", Side.class), "side"),
                required(enumValue(fields, "type", OrderType.class), "type"),
                required(enumValue(fields, "time_in_force", TimeInForce.class), "time_in_force"),
                fields.decimal("limit_price"),
                fields.decimal("stop_price"),
                fields.decimal("trail_price"),
                fields.decimal("trail_percent"),
                fields.flag("extended_hours", false),
                fields.text("client_order_id"),
                orderClass,
                fields.in("take_profit").decimal("limit_price"),
                fields.in("stop_loss").decimal("stop_price"),
                fields.in("stop_loss").decimal("limit_price"),
                positionIntent(fields));
    }

    public static RequestedReplacement replace(ObjectNode body) {
        RequestFields fields = new RequestFields(body);
        return new RequestedReplacement(
                fields.decimal("qty"),
                enumValue(fields, "time_in_force", TimeInForce.class),
                fields.decimal("limit_price"),
                fields.decimal("stop_price"),
                fields.decimal("trail"),
                fields.text("client_order_id"));
    }

    private static <W extends Enum<W> & WireEnum> @Nullable W enumValue(
            RequestFields fields, String field, Class<W> set) {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        return WireEnum.find(set, text)
                .orElseThrow(() -> new RefusedRequest(Refusal.invalid("invalid " + field)));
    }

    private static OrderClass orderClass(RequestFields fields) {
        String value = fields.text("order_class");
        if (value == null || value.equals("simple")) {
            return OrderClass.SIMPLE;
        }
        if (value.equals("mleg")) {
            throw new RefusedRequest(
                    Refusal.unprocessable("mleg orders are not supported by this simulator"));
        }
        OrderClass known = enumValue(fields, "order_class", OrderClass.class);
        return required(known, "order_class");
    }

    private static @Nullable PositionIntent positionIntent(RequestFields fields) {
        String value = fields.text("position_intent");
        return value == null
                ? null
                : WireEnum.find(PositionIntent.class, value)
                        .orElseThrow(() ->
                                new RefusedRequest(
                                        Refusal.invalid("invalid position_intent specified")));
    }

    /** Removes the suffix {@code :exchange:class} that some clients append. */
    private static String symbol(String text) {
        int colon = text.indexOf(':');
        return (colon < 0 ? text : text.substring(0, colon)).toUpperCase(Locale.ROOT);
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new RefusedRequest(Refusal.invalid(field + " is required"));
        }
        return value;
    }
}
