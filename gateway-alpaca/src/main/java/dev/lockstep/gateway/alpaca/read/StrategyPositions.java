package dev.lockstep.gateway.alpaca.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.position.StrategyProfits;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Positions of one strategy in Alpaca's format: its own quantity and cost, with the price and the
 * names of the account's position. Thread-safe.
 */
final class StrategyPositions {
    private static final int PERCENT_DECIMALS = 10;

    private final OrderRepository repository;
    private final HoldingsByStrategy holdings;
    private final OrderFeed feed;
    private final HeldShares heldShares;
    private final Map<Symbol, Map<StrategyId, Profits>> profits = new HashMap<>();
    private long readAt = -1;
    private List<HoldingsByStrategy.Holding> all = List.of();

    StrategyPositions(OrderRepository repository, HoldingsByStrategy holdings, OrderFeed feed) {
        this.repository = repository;
        this.holdings = holdings;
        this.feed = feed;
        this.heldShares = new HeldShares(repository);
    }

    /** Returns the quantities of a strategy, read again only after a change of any order. */
    synchronized Map<Symbol, NetQuantity> held(StrategyId strategy) {
        long last = feed.last();
        if (last != readAt) {
            all = holdings.all();
            profits.clear();
            readAt = last;
        }
        Map<Symbol, NetQuantity> held = new HashMap<>();
        all.stream()
                .filter(each -> each.strategy().equals(strategy))
                .forEach(each -> held.put(each.symbol(), each.netQty()));
        return held;
    }

    /**
     * Returns the positions of a strategy.
     *
     * @param account the account's positions in Alpaca's format
     */
    List<ObjectNode> json(StrategyId strategy, JsonNode account) {
        Map<Symbol, NetQuantity> held = held(strategy);
        if (held.isEmpty()) {
            return List.of();
        }
        List<ObjectNode> positions = new ArrayList<>();
        held.forEach((symbol, netQty) -> {
            ObjectNode json =
                    json(symbol, netQty, averagePrice(strategy, symbol), of(account, symbol));
            positions.add(json.put("qty_available", available(strategy, symbol, netQty)));
        });
        return positions;
    }

    /** Returns the average price of a part, added up again only after a change of any order. */
    private synchronized @Nullable Price averagePrice(StrategyId strategy, Symbol symbol) {
        return profits.computeIfAbsent(symbol, this::profits)
                .getOrDefault(strategy, Profits.NONE)
                .of(symbol)
                .avgPx();
    }

    private Map<StrategyId, Profits> profits(Symbol symbol) {
        return StrategyProfits.of(
                new OrderScanner(repository).listed(OrderQuery.all().of(symbol).counted()),
                new AdjustmentScanner(repository.adjustments())
                        .listed(AdjustmentQuery.all().of(symbol)));
    }

    /** Returns the part that no open exit of the strategy holds. */
    private String available(StrategyId strategy, Symbol symbol, NetQuantity netQty) {
        BigDecimal qty = netQty.value();
        boolean isShort = qty.signum() < 0;
        BigDecimal free =
                qty.abs()
                        .subtract(heldShares.of(strategy, symbol, isShort ? Side.BUY : Side.SELL))
                        .max(BigDecimal.ZERO);
        return text(isShort ? free.negate() : free);
    }

    private static Optional<ObjectNode> of(JsonNode account, Symbol symbol) {
        String plain = symbol.value().replace("/", "");
        for (JsonNode position : account) {
            if (position instanceof ObjectNode object
                    && object.path("symbol").asText().replace("/", "").equals(plain)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private static ObjectNode json(
            Symbol symbol,
            NetQuantity netQty,
            @Nullable Price avgPx,
            Optional<ObjectNode> account) {
        ObjectNode json = account.map(ObjectNode::deepCopy).orElseGet(WireJson::object);
        BigDecimal qty = netQty.value();
        BigDecimal price = number(json, "current_price");
        BigDecimal entry = avgPx == null ? number(json, "avg_entry_price") : avgPx.value();
        BigDecimal cost = entry.multiply(qty);
        BigDecimal value = price.multiply(qty);
        BigDecimal gain = value.subtract(cost);
        if (account.isEmpty()) {
            json.put("symbol", symbol.value().replace("/", ""));
        }
        json.put("qty", text(qty));
        json.put("side", qty.signum() < 0 ? "short" : "long");
        json.put("avg_entry_price", text(entry));
        json.put("cost_basis", text(cost));
        json.put("market_value", text(value));
        json.put("unrealized_pl", text(gain));
        json.put("unrealized_plpc", text(ratio(gain, cost)));
        BigDecimal today = price.subtract(number(json, "lastday_price")).multiply(qty);
        json.put("unrealized_intraday_pl", text(today));
        json.put("unrealized_intraday_plpc", text(ratio(today, value.subtract(today))));
        return json;
    }

    private static BigDecimal ratio(BigDecimal gain, BigDecimal cost) {
        return cost.signum() == 0
                ? BigDecimal.ZERO
                : gain.divide(cost.abs(), PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal number(JsonNode json, String field) {
        try {
            return new BigDecimal(json.path(field).asText("0"));
        } catch (NumberFormatException absent) {
            return BigDecimal.ZERO;
        }
    }

    private static String text(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }
}
