package dev.lockstep.gateway.alpaca.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.read.AssetDirectory;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.BotOrderReader;
import dev.lockstep.gateway.alpaca.wire.DenialWords;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import java.util.List;

/** Closes positions, or the part of them that a key's strategy holds. */
public final class CloseEndpoints {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final ClosePosition closePosition;
    private final Broker broker;
    private final HoldingsByStrategy holdings;
    private final CancelEndpoints cancels;
    private final OrderAnswers answers;
    private final AssetDirectory assets;

    CloseEndpoints(
            ClosePosition closePosition,
            Broker broker,
            HoldingsByStrategy holdings,
            CancelEndpoints cancels,
            OrderAnswers answers,
            AssetDirectory assets) {
        this.closePosition = closePosition;
        this.broker = broker;
        this.holdings = holdings;
        this.cancels = cancels;
        this.answers = answers;
        this.assets = assets;
    }

    GatewayAnswer one(KeyedRequest request) {
        ClosePart part = part(request.query());
        return closed(request.key(), assets.symbol(request.variable("symbol")), part);
    }

    GatewayAnswer all(KeyedRequest request) {
        TradingKey key = request.key();
        List<Symbol> symbols = held(key);
        if (request.query().flag("cancel_orders")) {
            ArrayNode _ = cancels.canceled(key);
        }
        ArrayNode entries = WireJson.array();
        for (Symbol symbol : symbols) {
            GatewayAnswer answer = closed(key, symbol, new ClosePart.Whole());
            JsonNode body = WireJson.tree(answer.body()).orElseGet(WireJson::object);
            ObjectNode entry = entries.addObject().put("symbol", symbol.value());
            entry.put("status", answer.status() == 200 ? 200 : 500);
            entry.set("body", body);
        }
        return GatewayAnswer.json(207, entries);
    }

    private List<Symbol> held(TradingKey key) {
        if (!BotOrders.wholeAccount(key)) {
            return holdings.all().stream()
                    .filter(holding -> holding.strategy().equals(key.strategy()))
                    .map(HoldingsByStrategy.Holding::symbol)
                    .toList();
        }
        return switch (broker.positions()) {
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) ->
                    positions.items().stream().map(Position::symbol).toList();
            case FetchResult.Failed<FetchedList<Position>> failed ->
                    throw new RefusedRequest(
                            Refusal.unavailable(
                                    "nothing was closed, try again: " + failed.fault().text()));
        };
    }

    /** Closes what a key may close, and answers with the closing order. */
    public GatewayAnswer closed(TradingKey key, Symbol symbol, ClosePart part) {
        try {
            CloseResult result =
                    BotOrders.wholeAccount(key)
                            ? closePosition.close(symbol, part, key.author())
                            : closePosition.close(symbol, key.strategy(), part, key.author());
            return answer(key, result);
        } catch (InvalidValueException wrong) {
            return GatewayAnswer.refused(
                    Refusal.forbidden(
                            "insufficient qty available for order (" + wrong.getMessage() + ")"));
        }
    }

    private GatewayAnswer answer(TradingKey key, CloseResult result) {
        return switch (result) {
            case CloseResult.Closing(Order order) -> answers.made(key, order);
            case CloseResult.Gone _ ->
                    GatewayAnswer.refused(Refusal.notFound("position does not exist"));
            case CloseResult.Failed failed ->
                    GatewayAnswer.refused(
                            Refusal.unavailable(
                                    "nothing was closed, try again: " + failed.fault().text()));
            case CloseResult.Held held ->
                    GatewayAnswer.refused(
                            DenialWords.of(held.denials(), held.holding().getFirst().terms()));
            case CloseResult.Busy(Order order) ->
                    GatewayAnswer.refused(
                            Refusal.forbidden(
                                    "insufficient qty available for order: order "
                                            + order.id()
                                            + " is closing another part of the position"));
            case CloseResult.Refused refused ->
                    GatewayAnswer.refused(
                            Refusal.forbidden(
                                    "the last closes were refused; try again from "
                                            + refused.again()));
        };
    }

    private static ClosePart part(Query query) {
        BigDecimal qty = query.decimal("qty");
        BigDecimal percentage = query.decimal("percentage");
        if (qty != null && percentage != null) {
            throw new RefusedRequest(Refusal.invalid("only one of qty or percentage is accepted"));
        }
        if (qty != null) {
            if (qty.signum() <= 0) {
                throw new RefusedRequest(Refusal.unprocessable("qty must be > 0"));
            }
            return BotOrderReader.valid(() -> new ClosePart.ByQuantity(new Quantity(qty)));
        }
        if (percentage == null) {
            return new ClosePart.Whole();
        }
        if (percentage.signum() <= 0 || percentage.compareTo(HUNDRED) > 0) {
            throw new RefusedRequest(Refusal.unprocessable("percentage must be between 0 and 100"));
        }
        return percentage.compareTo(HUNDRED) == 0
                ? new ClosePart.Whole()
                : BotOrderReader.valid(() -> new ClosePart.ByPercentage(percentage));
    }
}
