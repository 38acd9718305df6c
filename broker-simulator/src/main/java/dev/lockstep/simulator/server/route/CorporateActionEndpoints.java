package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.CorporateActions;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The simulator's own endpoints for corporate actions and transfers. */
public final class CorporateActionEndpoints {
    private static final Set<String> TRANSFERS =
            Set.of("JNLS", "JNLC", "ACATS", "ACATC", "CSD", "CSW", "INT", "FEE", "TRANS", "MISC");

    private final ExchangeGate floor;
    private final Json json;

    public CorporateActionEndpoints(ExchangeGate floor, Json json) {
        this.floor = floor;
        this.json = json;
    }

    public void register(Routes routes) {
        routes.post("/sim/corporate-action", Access.local(this::corporateAction));
        routes.post("/sim/transfer", Access.local(this::transfer));
        routes.post("/sim/fees", Access.local(this::fees));
    }

    /** Applies a split, a reverse split or a dividend to every account that holds the symbol. */
    private VenueAnswer corporateAction(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        String type = fields.required("type");
        String symbol = fields.required("symbol");
        switch (type) {
            case "split", "reverse_split" -> {
                BigDecimal oldRate = positive(fields, "old_rate");
                BigDecimal newRate = positive(fields, "new_rate");
                run(
                        symbol,
                        (exchange, asset, now) ->
                                exchange.corporateActions().split(asset, oldRate, newRate, now));
            }
            case "dividend" -> {
                BigDecimal dollars = positive(fields, "amount");
                run(
                        symbol,
                        (exchange, asset, now) ->
                                exchange.corporateActions().dividend(asset, dollars, now));
            }
            default ->
                    throw refused("type: " + type + " (expected: split, reverse_split, dividend)");
        }
        return VenueAnswer.ok(Json.object().put("type", type).put("symbol", symbol));
    }

    /** Withholds or shows the fees of trades, and charges regulatory fees or none. */
    private VenueAnswer fees(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        return VenueAnswer.ok(
                floor.call((exchange, now) -> {
                    CorporateActions actions = exchange.corporateActions();
                    boolean listed = fields.flag("listed", actions.feesListed());
                    boolean charged = fields.flag("regulatory", actions.regulatoryFees());
                    actions.changeFees(listed, charged, now);
                    return Json.object().put("listed", listed).put("regulatory", charged);
                }));
    }

    private void run(String symbol, Action action) {
        floor.call((exchange, now) -> {
            action.run(exchange, asset(exchange, symbol), now);
            return symbol;
        });
    }

    /**
     * Books a transfer: shares or coins by symbol and quantity, dollars by amount; negative for a
     * withdrawal.
     */
    private VenueAnswer transfer(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        String type = fields.required("type");
        if (!TRANSFERS.contains(type)) {
            throw refused("type: " + type + " (expected: one of " + List.copyOf(TRANSFERS) + ")");
        }
        BigDecimal amount = fields.decimal("net_amount");
        BigDecimal quantity = fields.decimal("qty");
        String symbol = fields.text("symbol");
        if ((quantity == null) != (symbol == null) || (quantity == null && amount == null)) {
            throw refused("symbol and qty, or net_amount, are required");
        }
        String account = fields.text("account");
        ObjectNode answer =
                floor.call((exchange, now) -> {
                    String owner = owner(exchange, account);
                    requireCash(exchange, owner, type, amount);
                    String known = symbol == null ? null : asset(exchange, symbol).symbol();
                    exchange.corporateActions()
                            .transfer(
                                    owner,
                                    new CorporateActions.Entry(
                                            type,
                                            null,
                                            known,
                                            quantity,
                                            fields.decimal("price"),
                                            amount == null ? BigDecimal.ZERO : amount,
                                            ""),
                                    now);
                    return Json.object().put("type", type).put("account", owner);
                });
        return VenueAnswer.ok(answer);
    }

    /** Refuses a withdrawal of more dollars than there are. */
    private static void requireCash(
            Exchange exchange, String owner, String type, @Nullable BigDecimal amount) {
        BigDecimal cash = exchange.records().value(owner).cash();
        if (type.equals("CSW") && amount != null && cash.add(amount).signum() < 0) {
            throw new RefusedRequest(
                    Refusal.forbidden(
                            "net_amount: "
                                    + Decimals.text(amount)
                                    + " (expected: at most the cash, "
                                    + Decimals.text(cash)
                                    + ")"));
        }
    }

    private static String owner(Exchange exchange, @Nullable String account) {
        List<String> accounts = exchange.records().accounts();
        if (account == null && accounts.size() == 1) {
            return accounts.getFirst();
        }
        if (account == null || !accounts.contains(account)) {
            throw refused("account: " + account + " (expected: one of " + accounts + ")");
        }
        return account;
    }

    private static BigDecimal positive(RequestFields fields, String name) {
        BigDecimal value = fields.decimal(name);
        if (value == null || value.signum() <= 0) {
            throw refused(name + ": " + value + " (expected: > 0)");
        }
        return value;
    }

    private static Asset asset(Exchange exchange, String symbol) {
        return exchange.prices()
                .asset(symbol)
                .orElseThrow(() ->
                        new RefusedRequest(Refusal.notFound("asset not found for " + symbol)));
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }

    /** An event that affects an asset. */
    @FunctionalInterface
    private interface Action {
        void run(Exchange exchange, Asset asset, Instant now);
    }
}
