package dev.lockstep.simulator.server.route;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.ledger.AccountSettings;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.AccountJson;
import dev.lockstep.simulator.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Endpoints for the account and its settings. */
final class AccountEndpoints {
    private final ExchangeGate floor;
    private final Json json;

    AccountEndpoints(ExchangeGate floor, Json json) {
        this.floor = floor;
        this.json = json;
    }

    void register(Routes routes) {
        routes.get("/v2/account", Access.keyed(this::account));
        routes.get("/v2/account/configurations", Access.keyed(this::settings));
        routes.patch("/v2/account/configurations", Access.keyed(this::configure));
    }

    private VenueAnswer account(ExchangeRequest request, String account) {
        return VenueAnswer.ok(
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return AccountJson.of(
                            exchange.records().value(account),
                            exchange.records().settings(account));
                }));
    }

    private VenueAnswer settings(ExchangeRequest request, String account) {
        return VenueAnswer.ok(
                AccountJson.of(floor.call((exchange, _) -> exchange.records().settings(account))));
    }

    private VenueAnswer configure(ExchangeRequest request, String account) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        AccountSettings changed =
                floor.call((exchange, now) -> {
                    AccountSettings settings = merge(exchange.records().settings(account), fields);
                    exchange.configure(account, settings, now);
                    return settings;
                });
        return VenueAnswer.ok(AccountJson.of(changed));
    }

    private static AccountSettings merge(AccountSettings old, RequestFields fields) {
        return new AccountSettings(
                fields.flag("no_shorting", old.noShorting()),
                fields.flag("suspend_trade", old.suspendTrade()),
                fields.flag("fractional_trading", old.fractionalTrading()),
                confirmEmail(fields.text("trade_confirm_email"), old.confirmEmail()),
                oneOf(fields, "max_margin_multiplier", List.of(1, 2, 4), old.maxMarginMultiplier()),
                oneOf(
                        fields,
                        "max_options_trading_level",
                        List.of(0, 1, 2, 3),
                        old.maxOptionsTradingLevel()),
                fields.flag("disable_overnight_trading", old.disableOvernightTrading()),
                fields.flag("ptp_no_exception_entry", old.ptpNoExceptionEntry()));
    }

    private static int oneOf(RequestFields fields, String name, List<Integer> allowed, int old) {
        String text = fields.text(name);
        if (text == null) {
            return old;
        }
        return allowed.stream()
                .filter(one -> one.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusedRequest(Refusal.invalid("invalid " + name)));
    }

    private static String confirmEmail(@Nullable String requested, String old) {
        return switch (requested) {
            case null -> old;
            case "all", "none" -> requested;
            default -> throw new RefusedRequest(Refusal.invalid("invalid trade_confirm_email"));
        };
    }
}
