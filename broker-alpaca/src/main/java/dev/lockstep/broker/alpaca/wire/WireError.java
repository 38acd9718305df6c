package dev.lockstep.broker.alpaca.wire;

import org.jspecify.annotations.Nullable;

/**
 * A refusal in the broker's own words.
 *
 * @param code its number, which is not stable: the same refusal has come under several
 * @param message its text
 */
public record WireError(@Nullable String code, @Nullable String message) {}
