package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of the market clock. */
record WireClock(
        @Nullable String timestamp,
        @JsonProperty("is_open") @Nullable Boolean isOpen,
        @JsonProperty("next_open") @Nullable String nextOpen,
        @JsonProperty("next_close") @Nullable String nextClose) {}
