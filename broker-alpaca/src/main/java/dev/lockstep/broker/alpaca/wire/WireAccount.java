package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.domain.account.Account;
import org.jspecify.annotations.Nullable;

/** The account as the broker writes it. */
record WireAccount(
        @JsonProperty("account_number") @Nullable String accountNumber,
        @Nullable String status,
        @Nullable String cash,
        @Nullable String equity,
        @JsonProperty("buying_power") @Nullable String buyingPower,
        @JsonProperty("non_marginable_buying_power") @Nullable String nonMarginableBuyingPower,
        @JsonProperty("last_equity") @Nullable String lastEquity,
        @JsonProperty("trading_blocked") @Nullable Boolean tradingBlocked,
        @JsonProperty("account_blocked") @Nullable Boolean accountBlocked,
        @JsonProperty("trade_suspended_by_user") @Nullable Boolean tradeSuspendedByUser) {

    Account account() throws UnreadableException {
        return new Account(
                Fields.required("account_number", accountNumber),
                Fields.required("status", status),
                Fields.money("cash", cash),
                Fields.money("equity", equity),
                Fields.money("buying_power", buyingPower),
                Fields.optionalMoney(nonMarginableBuyingPower),
                Fields.optionalMoney(lastEquity),
                Boolean.TRUE.equals(tradingBlocked)
                        || Boolean.TRUE.equals(accountBlocked)
                        || Boolean.TRUE.equals(tradeSuspendedByUser));
    }
}
