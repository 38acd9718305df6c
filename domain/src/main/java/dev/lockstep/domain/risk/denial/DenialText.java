package dev.lockstep.domain.risk.denial;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Denials as sentences: which value breaks which rule, and what is allowed. A stored order keeps
 * {@link Denial#text}, which programs read; screens, commands and notifications show these.
 */
public final class DenialText {
    private DenialText() {}

    /**
     * Returns one sentence: {@code Denied: order value $12,400.00 is above the limit of $10,000.00
     * (max-order-value).}
     */
    public static String sentence(List<Denial> denials) {
        return "Denied: " + reasons(denials) + ".";
    }

    /** Returns the reasons without a beginning and an end, separated by semicolons. */
    public static String reasons(List<Denial> denials) {
        return denials.stream().map(DenialText::reason).collect(Collectors.joining("; "));
    }

    /**
     * Returns the reason: {@code order value $12,400.00 is above the limit of $10,000.00
     * (max-order-value)}.
     */
    public static String reason(Denial denial) {
        return new DenialWording(denial).text();
    }

    /** Returns the denials that a stored text of an order names; empty if it names none. */
    public static List<Denial> in(String stored) {
        return StoredDenials.in(stored);
    }

    /** Returns a stored text of an order with the reason in place of each denial. */
    public static String readable(String stored) {
        return StoredDenials.replaced(stored, DenialText::reason);
    }
}
