package dev.lockstep.app.view;

import dev.lockstep.domain.money.GroupedNumber;
import java.math.BigDecimal;

/** A number of things: {@code 1 order}, {@code 1,200 orders}. */
public final class CountText {
    private CountText() {}

    /**
     * Returns the number with the noun.
     *
     * @param noun in the singular, with a regular plural
     */
    public static String of(long count, String noun) {
        return GroupedNumber.exact(BigDecimal.valueOf(count))
                + " "
                + noun
                + (count == 1 ? "" : "s");
    }
}
