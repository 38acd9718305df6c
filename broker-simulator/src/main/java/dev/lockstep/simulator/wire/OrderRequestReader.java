package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.OrderClass;
import dev.lockstep.simulator.exchange.OrderRequest;
import dev.lockstep.simulator.exchange.OrderType;
import dev.lockstep.simulator.exchange.PositionIntent;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.exchange.ReplaceRequest;
import dev.lockstep.simulator.exchange.Side;
import dev.lockstep.simulator.exchange.TimeInForce;
import dev.lockstep.simulator.exchange.Word;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses order requests and replace requests; unknown keys are ignored. */
public final class OrderRequestReader {
    private OrderRequestReader() {}

    public static OrderRequest order(ObjectNode body) {
        Fields fields = new Fields(body);
        OrderClass orderClass = orderClass(fields);
        return new OrderRequest(
                symbol(fields.required("symbol")),
                fields.decimal("qty"),
                fields.decimal("notional"),
                required(fields.enumValue("side", Side.class), "side"),
                required(fields.enumValue("type", OrderType.class), "type"),
                required(fields.enumValue("time_in_force", TimeInForce.class), "time_in_force"),
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

    public static ReplaceRequest replace(ObjectNode body) {
        Fields fields = new Fields(body);
        return new ReplaceRequest(
                fields.decimal("qty"),
                fields.enumValue("time_in_force", TimeInForce.class),
                fields.decimal("limit_price"),
                fields.decimal("stop_price"),
                fields.decimal("trail"),
                fields.text("client_order_id"));
    }

    private static OrderClass orderClass(Fields fields) {
        String value = fields.text("order_class");
        if (value == null || value.equals("simple")) {
            return OrderClass.SIMPLE;
        }
        OrderClass known = fields.enumValue("order_class", OrderClass.class);
        return required(known, "order_class");
    }

    private static @Nullable PositionIntent positionIntent(Fields fields) {
        String value = fields.text("position_intent");
        return value == null
                ? null
                : Word.find(PositionIntent.class, value)
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
