package dev.lockstep.gateway.alpaca.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.port.broker.VenueReads.Host;
import dev.lockstep.domain.port.broker.VenueReads.VenueAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads positions: those of the account, or the part of the key's strategy. */
final class PositionReads {
    private static final String PATH = "/v2/positions";

    private final PassThrough venue;
    private final StrategyPositions strategies;
    private final AssetDirectory assets;

    PositionReads(PassThrough venue, StrategyPositions strategies, AssetDirectory assets) {
        this.venue = venue;
        this.strategies = strategies;
        this.assets = assets;
    }

    GatewayAnswer list(KeyedRequest request) {
        if (request.key().view() == KeyView.ACCOUNT) {
            return venue.trading(request);
        }
        ArrayNode list = WireJson.array();
        own(request.key()).forEach(list::add);
        return GatewayAnswer.ok(list);
    }

    GatewayAnswer one(KeyedRequest request) {
        if (request.key().view() == KeyView.ACCOUNT) {
            return venue.trading(request);
        }
        Symbol symbol = assets.symbol(request.variable("symbol"));
        return of(own(request.key()), symbol)
                .map(GatewayAnswer::ok)
                .orElseGet(
                        () -> GatewayAnswer.refused(Refusal.notFound("position does not exist")));
    }

    private static Optional<ObjectNode> of(List<ObjectNode> positions, Symbol symbol) {
        String plain = symbol.value().replace("/", "");
        return positions.stream()
                .filter(json -> json.path("symbol").asText().replace("/", "").equals(plain))
                .findFirst();
    }

    /** Returns the current price of a position, empty if it is not known. */
    static Optional<Price> price(List<ObjectNode> positions, Symbol symbol) {
        return of(positions, symbol)
                .map(json -> json.path("current_price").asText(""))
                .filter(text -> !text.isEmpty())
                .map(Price::of);
    }

    /** Returns the quantities that a key's strategy holds. */
    Map<Symbol, NetQuantity> held(TradingKey key) {
        return strategies.held(key.strategy());
    }

    /** Returns the positions of a key's strategy. */
    List<ObjectNode> own(TradingKey key) {
        VenueAnswer.Answered account = venue.fetched(Host.TRADING, PATH, Map.of());
        JsonNode positions =
                WireJson.tree(account.body()).filter(JsonNode::isArray).orElseGet(WireJson::array);
        return strategies.json(key.strategy(), positions);
    }
}
