package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.AccountSettings;
import dev.lockstep.simulator.exchange.Asset;
import dev.lockstep.simulator.exchange.PositionView;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.AccountJson;
import dev.lockstep.simulator.wire.Fields;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.PositionJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The account and its positions. */
final class AccountRoutes {
    private final Floor floor;
    private final Json json;

    AccountRoutes(Floor floor, Json json) {
        this.floor = floor;
        this.json = json;
    }

    void register(RoutesConfig routes, FrontDesk desk) {
        routes.get("/v2/account", desk.keyed(this::account));
        routes.get("/v2/account/configurations", desk.keyed(this::settings));
        routes.patch("/v2/account/configurations", desk.keyed(this::configure));
        routes.get("/v2/positions", desk.keyed(this::positions));
        routes.get("/v2/positions/{symbol}", desk.keyed(this::position));
    }

    private Answer account(Context request, String account) {
        return Answer.ok(
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return AccountJson.of(exchange.value(account), exchange.settings(account));
                }));
    }

    private Answer settings(Context request, String account) {
        return Answer.ok(AccountJson.of(floor.call((exchange, _) -> exchange.settings(account))));
    }

    private Answer configure(Context request, String account) {
        Fields fields = new Fields(json.object(request.bodyAsBytes()));
        AccountSettings changed =
                floor.call((exchange, now) -> {
                    AccountSettings settings = merge(exchange.settings(account), fields);
                    exchange.configure(account, settings, now);
                    return settings;
                });
        return Answer.ok(AccountJson.of(changed));
    }

    private static AccountSettings merge(AccountSettings old, Fields fields) {
        return new AccountSettings(
                fields.flag("no_shorting", old.noShorting()),
                fields.flag("suspend_trade", old.suspendTrade()),
                fields.flag("fractional_trading", old.fractionalTrading()),
                Objects.requireNonNullElse(fields.text("trade_confirm_email"), old.confirmEmail()));
    }

    private Answer positions(Context request, String account) {
        List<PositionView> positions =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.positions(account);
                });
        return Answer.ok(positions.stream().collect(Json.toArray(PositionJson::of)));
    }

    private Answer position(Context request, String account) {
        String symbol = request.pathParam("symbol");
        Optional<ObjectNode> position =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    // A pair with its slash is not found here, as at the venue.
                    Optional<Asset> asset =
                            symbol.contains("/") ? Optional.empty() : exchange.asset(symbol);
                    return asset.flatMap(found -> exchange.position(account, found))
                            .map(PositionJson::of);
                });
        return position.map(Answer::ok)
                .orElseGet(() -> Answer.refused(Refusal.notFound("position does not exist")));
    }
}
