package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The account as the broker writes it. */
record WireAccount(
        @JsonProperty("account_number") @Nullable String accountNumber,
        @Nullable String status,
        @Nullable String cash,
        @Nullable String equity,
        @JsonProperty("buying_power") @Nullable String buyingPower) {}
