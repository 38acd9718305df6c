package dev.lockstep.alpaca.order;

import dev.lockstep.alpaca.request.ErrorKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The exits that each class of order requires. Exits of a simple order are ignored. */
public enum ExitForm {
    SIMPLE,
    BRACKET,
    OCO,
    OTO;

    /** Returns the form of a class as Alpaca writes it, empty if there is no such class. */
    public static Optional<ExitForm> of(String orderClass) {
        for (ExitForm each : values()) {
            if (each.wireValue().equals(orderClass)) {
                return Optional.of(each);
            }
        }
        return orderClass.isEmpty() ? Optional.of(SIMPLE) : Optional.empty();
    }

    /** Returns the error of an order of this class with these fields, empty if none is missing. */
    public Optional<FormError> check(Set<PriceField> present) {
        boolean profit = present.contains(PriceField.TAKE_PROFIT);
        boolean loss = present.contains(PriceField.STOP_LOSS);
        return switch (this) {
            case SIMPLE -> Optional.empty();
            case BRACKET, OCO -> {
                PriceField missing = profit ? PriceField.STOP_LOSS : PriceField.TAKE_PROFIT;
                yield profit && loss
                        ? Optional.empty()
                        : invalid(wireValue() + " orders require " + missing.path());
            }
            case OTO ->
                    profit == loss
                            ? invalid("oto orders require either take_profit or stop_loss")
                            : Optional.empty();
        };
    }

    private static Optional<FormError> invalid(String message) {
        return Optional.of(new FormError(ErrorKind.INVALID, message));
    }

    private String wireValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
