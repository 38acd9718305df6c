package dev.lockstep.app.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of an order request, under the names of options, columns and JSON alike. */
public enum OrderField {
    SYMBOL("symbol"),
    SIDE("side"),
    QTY("qty"),
    NOTIONAL("notional"),
    TYPE("type"),
    LIMIT_PRICE("limitPrice"),
    STOP_PRICE("stopPrice"),
    TRAIL_PRICE("trailPrice"),
    TRAIL_PERCENT("trailPercent"),
    TIME_IN_FORCE("timeInForce"),
    TRADING_HOURS("tradingHours"),
    ORDER_CLASS("orderClass"),
    TAKE_PROFIT("takeProfit"),
    STOP_LOSS("stopLoss"),
    STOP_LOSS_LIMIT("stopLossLimit"),
    STRATEGY("strategy"),
    KEY("key");

    private final String label;

    OrderField(String label) {
        this.label = label;
    }

    /** Returns the field of a name; case, dashes and underscores do not matter. */
    public static Optional<OrderField> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(field -> plain(field.label).equals(plain))
                .findFirst();
    }

    /** Returns all names, for an error text. */
    public static String known() {
        return Arrays.stream(values()).map(OrderField::label).collect(Collectors.joining(", "));
    }

    /** Returns its name. */
    public String label() {
        return label;
    }

    private static String plain(String name) {
        return name.strip().replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
