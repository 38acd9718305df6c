package dev.lockstep.alpaca.order;

import dev.lockstep.alpaca.request.ErrorKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The prices and trails that each type of order requires; it may have no others. */
public enum PriceForm {
    MARKET(false, false, "market orders require no stop or limit price"),
    LIMIT(true, false, "limit orders require only limit price"),
    STOP(false, true, "stop orders require only stop price"),
    STOP_LIMIT(true, true, "stop limit orders require both stop and limit price"),
    TRAILING_STOP(false, false, "trailing stop orders require no stop or limit price");

    private final boolean limit;
    private final boolean stop;
    private final String message;

    PriceForm(boolean limit, boolean stop, String message) {
        this.limit = limit;
        this.stop = stop;
        this.message = message;
    }

    /** Returns the form of a type as Alpaca writes it, empty if there is no such type. */
    public static Optional<PriceForm> of(String type) {
        for (PriceForm each : values()) {
            if (each.wireValue().equals(type)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the error of an order of this type, empty if it has the required fields.
     *
     * @param exits the form of its class; the limit of an oco order is that of its take-profit
     * @param present the fields that it has
     */
    public Optional<FormError> check(ExitForm exits, Set<PriceField> present) {
        boolean limited = present.contains(PriceField.LIMIT) || (limit && exits == ExitForm.OCO);
        return limited == limit && present.contains(PriceField.STOP) == stop
                ? trail(present)
                : Optional.of(new FormError(ErrorKind.INVALID, message));
    }

    private Optional<FormError> trail(Set<PriceField> present) {
        boolean price = present.contains(PriceField.TRAIL_PRICE);
        boolean percent = present.contains(PriceField.TRAIL_PERCENT);
        if (this == TRAILING_STOP) {
            return price != percent
                    ? Optional.empty()
                    : Optional.of(
                            new FormError(
                                    ErrorKind.INVALID,
                                    "trailing stop orders must specify one of trail_price or"
                                            + " trail_percent"));
        }
        if (!price && !percent) {
            return Optional.empty();
        }
        PriceField excess = price ? PriceField.TRAIL_PRICE : PriceField.TRAIL_PERCENT;
        return Optional.of(
                new FormError(
                        ErrorKind.UNPROCESSABLE,
                        wireValue().replace('_', ' ') + " orders must not have " + excess.path()));
    }

    private String wireValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
