package dev.lockstep.simulator.exchange.model;

import java.util.Locale;
import java.util.Optional;

/** An enum with a wire value for each constant. */
public interface WireEnum {
    /** Returns the name of the constant, as every enum does. */
    String name();

    /** Returns Alpaca's wire value of this constant. */
    default String wireValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the constant with the given wire value. */
    static <W extends Enum<W> & WireEnum> Optional<W> find(Class<W> set, String value) {
        for (W member : set.getEnumConstants()) {
            if (member.wireValue().equals(value)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
