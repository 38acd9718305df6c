package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.ledger.AccountSettings;
import dev.lockstep.simulator.exchange.ledger.AccountValue;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** JSON of Alpaca's account and account configuration. */
public final class AccountJson {
    private static final int OPTIONS_LEVEL = 0;

    private AccountJson() {}

    public static ObjectNode of(AccountValue value, AccountSettings settings) {
        ObjectNode json = Json.object();
        json.put("id", id(value.account()).toString());
        json.put("account_number", "SIM-" + value.account());
        json.put("status", "ACTIVE");
        json.put("crypto_status", "ACTIVE");
        json.put("currency", "USD");
        money(json, value);
        json.put("multiplier", Integer.toString(value.multiplier()));
        json.put("accrued_fees", "0");
        json.put("pending_transfer_in", "0");
        json.put("pending_transfer_out", "0");
        json.put("balance_asof", LocalDate.ofInstant(value.openedAt(), ZoneOffset.UTC).toString());
        json.put("created_at", Json.text(value.openedAt()));
        json.put("trading_blocked", false);
        json.put("transfers_blocked", false);
        json.put("account_blocked", false);
        json.put("trade_suspended_by_user", settings.suspendTrade());
        json.put("shorting_enabled", value.shortingEnabled());
        json.put("options_approved_level", OPTIONS_LEVEL);
        json.put("options_trading_level", OPTIONS_LEVEL);
        return json;
    }

    public static ObjectNode of(AccountSettings settings) {
        return Json.object()
                .put("trade_confirm_email", settings.confirmEmail())
                .put("suspend_trade", settings.suspendTrade())
                .put("no_shorting", settings.noShorting())
                .put("fractional_trading", settings.fractionalTrading())
                .put("max_margin_multiplier", Integer.toString(settings.maxMarginMultiplier()))
                .put("max_options_trading_level", settings.maxOptionsTradingLevel())
                .put("disable_overnight_trading", settings.disableOvernightTrading())
                .put("ptp_no_exception_entry", settings.ptpNoExceptionEntry());
    }

    private static void money(ObjectNode json, AccountValue value) {
        json.put("cash", cents(value.cash()));
        json.put("equity", cents(value.equity()));
        json.put("portfolio_value", cents(value.equity()));
        json.put("last_equity", cents(value.lastEquity()));
        json.put("buying_power", cents(value.buyingPower()));
        json.put("regt_buying_power", cents(value.regtBuyingPower()));
        json.put("non_marginable_buying_power", cents(value.nonMarginableBuyingPower()));
        json.put("options_buying_power", cents(value.nonMarginableBuyingPower()));
        json.put("long_market_value", cents(value.longMarketValue()));
        json.put("short_market_value", cents(value.shortMarketValue()));
        json.put("initial_margin", cents(value.initialMargin()));
        json.put("maintenance_margin", cents(value.maintenanceMargin()));
        json.put("last_maintenance_margin", "0");
        json.put("sma", cents(value.equity()));
    }

    private static String cents(BigDecimal amount) {
        return Decimals.text(Decimals.cents(amount));
    }

    /** Returns the id of an account. */
    static UUID id(String account) {
        return UUID.nameUUIDFromBytes(("account " + account).getBytes(StandardCharsets.UTF_8));
    }
}
