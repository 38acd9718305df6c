package dev.lockstep.domain.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of one attempt to deliver a message. */
public sealed interface DeliveryResult {
    /** The channel has accepted it. */
    record Delivered() implements DeliveryResult {}

    /**
     * It may or may not have arrived, and is repeated.
     *
     * @param why the reason in words, without secrets
     * @param retryAfter the pause that the channel asks for, null if it names none
     */
    record Failed(String why, @Nullable Duration retryAfter) implements DeliveryResult {
        /** A failure after which the channel asks for no pause. */
        public Failed(String why) {
            this(why, null);
        }
    }
}
