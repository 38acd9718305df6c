package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A position as the broker writes it. */
record WirePosition(
        @Nullable String symbol,
        @JsonProperty("asset_class") @Nullable String assetClass,
        @Nullable String side,
        @Nullable String qty) {}
