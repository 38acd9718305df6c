package dev.lockstep.alpaca.order;

import dev.lockstep.alpaca.request.RequestFields;
import java.util.EnumSet;
import java.util.Set;

/** The fields of an order request that its type or its class requires or forbids. */
public enum PriceField {
    LIMIT("", "limit_price"),
    STOP("", "stop_price"),
    TRAIL_PRICE("", "trail_price"),
    TRAIL_PERCENT("", "trail_percent"),
    TAKE_PROFIT("take_profit", "limit_price"),
    STOP_LOSS("stop_loss", "stop_price");

    private final String object;
    private final String field;

    PriceField(String object, String field) {
        this.object = object;
        this.field = field;
    }

    /** Returns the path in the request, such as {@code take_profit.limit_price}. */
    public String path() {
        return object.isEmpty() ? field : object + "." + field;
    }

    /** Returns the fields that a request has. */
    public static Set<PriceField> in(RequestFields request) {
        Set<PriceField> present = EnumSet.noneOf(PriceField.class);
        for (PriceField each : values()) {
            RequestFields fields = each.object.isEmpty() ? request : request.in(each.object);
            if (fields.text(each.field) != null) {
                present.add(each);
            }
        }
        return present;
    }
}
