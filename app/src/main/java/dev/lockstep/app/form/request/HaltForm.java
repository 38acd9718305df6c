package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to halt trading.
 *
 * @param reason why, stored with the change
 * @param cancel whether to cancel every open order too
 * @param flatten whether to cancel every open order and close every position too
 * @param waitSeconds the seconds to wait until the positions are closed
 */
public record HaltForm(
        @Nullable String reason, boolean cancel, boolean flatten, @Nullable String waitSeconds) {
    private static final BigDecimal DEFAULT_SECONDS = BigDecimal.valueOf(5);

    /** Shorter than clients wait for an answer. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(30);

    /**
     * Returns the reason.
     *
     * @throws InvalidValueException if it is absent
     */
    public String why() {
        return FormText.reason(reason);
    }

    /** Returns whether orders are to be canceled. */
    public boolean cancels() {
        return cancel || flatten;
    }

    /**
     * Returns the longest wait until the positions are closed.
     *
     * @throws InvalidValueException if it is out of bounds
     */
    public Duration longestWait() {
        String given = FormText.given("waitSeconds", waitSeconds, "0 to " + MAX_SECONDS);
        BigDecimal seconds =
                given == null ? DEFAULT_SECONDS : BoundedDecimal.parse("waitSeconds", given);
        if (seconds.signum() < 0 || seconds.compareTo(MAX_SECONDS) > 0) {
            throw new InvalidValueException("waitSeconds", seconds, "0 to " + MAX_SECONDS);
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
