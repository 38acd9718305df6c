package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of the account. */
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
        @JsonProperty("trade_suspended_by_user") @Nullable Boolean tradeSuspendedByUser,
        @JsonProperty("transfers_blocked") @Nullable Boolean transfersBlocked,
        @JsonProperty("pattern_day_trader") @Nullable Boolean patternDayTrader) {

    Account account() throws UnreadableException {
        return new Account(
                JsonFields.required("account_number", accountNumber),
                JsonFields.required("status", status),
                JsonFields.money("cash", cash),
                JsonFields.money("equity", equity),
                JsonFields.money("buying_power", buyingPower),
                JsonFields.optionalMoney(nonMarginableBuyingPower),
                JsonFields.optionalMoney(lastEquity),
                restrictions());
    }

    private Set<AccountRestriction> restrictions() {
        Set<AccountRestriction> restrictions = EnumSet.noneOf(AccountRestriction.class);
        add(restrictions, tradingBlocked, AccountRestriction.TRADING_BLOCKED);
        add(restrictions, accountBlocked, AccountRestriction.ACCOUNT_BLOCKED);
        add(restrictions, tradeSuspendedByUser, AccountRestriction.SUSPENDED_BY_USER);
        add(restrictions, transfersBlocked, AccountRestriction.TRANSFERS_BLOCKED);
        add(restrictions, patternDayTrader, AccountRestriction.PATTERN_DAY_TRADER);
        return restrictions;
    }

    private static void add(
            Set<AccountRestriction> restrictions,
            @Nullable Boolean flag,
            AccountRestriction restriction) {
        if (Boolean.TRUE.equals(flag)) {
            restrictions.add(restriction);
        }
    }
}
