package dev.lockstep.app.prove.kill;

import dev.lockstep.history.SubmittedTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that a cycle submits; its quantity belongs to it alone.
 *
 * @param number its number, from 1
 * @param market whether it is filled at once; else it waits
 */
record SubmittedOrder(int number, boolean market) {
    private static final String SYMBOL = "F";

    /** Returns its idempotency key. */
    String key() {
        return "kill-" + number;
    }

    BigDecimal qty() {
        return BigDecimal.valueOf(number);
    }

    /** Returns it as the REST API takes it. */
    SubmittedTerms terms() {
        return new SubmittedTerms(SYMBOL, "buy", qty(), limitPrice());
    }

    /** Returns the arguments of {@code order submit}. */
    List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("order", "submit", "--symbol", SYMBOL, "--side", "buy"));
        arguments.addAll(List.of("--qty", qty().toPlainString(), "--key", key()));
        BigDecimal limit = limitPrice();
        if (limit != null) {
            arguments.addAll(List.of("--limit-price", limit.toPlainString()));
        }
        return arguments;
    }

    private @Nullable BigDecimal limitPrice() {
        return market ? null : BigDecimal.ONE;
    }
}
