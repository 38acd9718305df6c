package dev.lockstep.app.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a written order, each under the names that people give it. */
public enum OrderField {
    SYMBOL("symbol"),
    SIDE("side"),
    QTY("qty"),
    CASH("cash"),
    TYPE("type"),
    LIMIT_PRICE("limit_price"),
    STOP_PRICE("stop_price"),
    TRAIL_PRICE("trail_price"),
    TRAIL_PERCENT("trail_percent"),
    TIME_IN_FORCE("time_in_force"),
    TRADING_HOURS("trading_hours"),
    ORDER_CLASS("order_class"),
    TAKE_PROFIT("take_profit"),
    STOP_LOSS("stop_loss"),
    STOP_LOSS_LIMIT("stop_loss_limit"),
    STRATEGY("strategy"),
    KEY("key");

    private final String label;

    OrderField(String label) {
        this.label = label;
    }

    /** Returns the field of a name, in whatever case and with or without underscores. */
    public static Optional<OrderField> named(String name) {
        String plain = plain(name);
        return switch (plain) {
            case "orderqty", "quantity" -> Optional.of(QTY);
            case "notional", "cashorderqty" -> Optional.of(CASH);
            case "hours" -> Optional.of(TRADING_HOURS);
            case "class" -> Optional.of(ORDER_CLASS);
            case "ordertype" -> Optional.of(TYPE);
            case "limit" -> Optional.of(LIMIT_PRICE);
            case "stop", "stoppx" -> Optional.of(STOP_PRICE);
            case "trail" -> Optional.of(TRAIL_PRICE);
            case "tif" -> Optional.of(TIME_IN_FORCE);
            case "idempotencykey" -> Optional.of(KEY);
            default ->
                    Arrays.stream(values())
                            .filter(field -> plain(field.label).equals(plain))
                            .findFirst();
        };
    }

    /** Returns all names, for an error text. */
    public static String known() {
        return Arrays.stream(values()).map(OrderField::label).collect(Collectors.joining(", "));
    }

    /** Returns the name it has in messages. */
    public String label() {
        return label;
    }

    private static String plain(String name) {
        return name.strip().replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
