package dev.lockstep.gateway.alpaca.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.VenueReads.Host;
import dev.lockstep.domain.port.broker.VenueReads.VenueAnswer;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.query.StrategyCapital;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the account, its history and its activities. */
final class BotAccountReads {
    private static final int MAX_ACTIVITY_PAGES = 10;
    private static final int FULL_PAGE = 100;
    private static final List<String> BUYING_POWER =
            List.of(
                    "buying_power",
                    "regt_buying_power",
                    "non_marginable_buying_power",
                    "options_buying_power");
    private static final String OWN_ONLY =
            "this key shows its strategy only; the history of the account needs --view account";

    private static final String OTHERS_ONLY =
            "the last activities are all of other strategies; name a date, after or until";

    private final PassThrough venue;
    private final PositionReads positions;
    private final OrderRepository repository;
    private final StrategyCapital capital;

    BotAccountReads(PassThrough venue, PositionReads positions, OrderRepository repository) {
        this.venue = venue;
        this.positions = positions;
        this.repository = repository;
        this.capital = new StrategyCapital(repository);
    }

    /** A strategy sees the account's cash and buying power, and its own positions. */
    GatewayAnswer account(KeyedRequest request) {
        if (request.key().view() == KeyView.ACCOUNT) {
            return venue.trading(request);
        }
        VenueAnswer.Answered answered = venue.fetched(Host.TRADING, "/v2/account", Map.of());
        if (!answered.successful() || !(tree(answered) instanceof ObjectNode json)) {
            return PassThrough.answer(answered);
        }
        BigDecimal longValue = BigDecimal.ZERO;
        BigDecimal shortValue = BigDecimal.ZERO;
        List<ObjectNode> own = positions.own(request.key());
        for (ObjectNode position : own) {
            BigDecimal value = new BigDecimal(position.path("market_value").asText("0"));
            longValue = longValue.add(value.max(BigDecimal.ZERO));
            shortValue = shortValue.add(value.min(BigDecimal.ZERO));
        }
        BigDecimal equity =
                new BigDecimal(json.path("cash").asText("0")).add(longValue).add(shortValue);
        json.put("long_market_value", longValue.toPlainString());
        json.put("short_market_value", shortValue.toPlainString());
        json.put("position_market_value", longValue.subtract(shortValue).toPlainString());
        json.put("equity", equity.toPlainString());
        json.put("portfolio_value", equity.toPlainString());
        json.put("last_equity", equity.toPlainString());
        capBuyingPower(request.key(), json, own);
        for (String whole :
                List.of("initial_margin", "maintenance_margin", "last_maintenance_margin")) {
            json.put(whole, "0");
        }
        return GatewayAnswer.ok(json);
    }

    /**
     * A strategy with a budget cannot buy for more than the rest of it, and for nothing while the
     * price of an open order is not known.
     */
    private void capBuyingPower(TradingKey key, ObjectNode json, List<ObjectNode> own) {
        RiskLimit limit =
                repository
                        .riskControl()
                        .rules()
                        .of(key.strategy())
                        .limits()
                        .byName()
                        .get(LimitName.CAPITAL_BUDGET);
        if (limit instanceof RiskLimit.CapitalBudget(Money max)) {
            BigDecimal left =
                    capital.inUse(
                                    key.strategy(),
                                    positions.held(key),
                                    (symbol, _) -> PositionReads.price(own, symbol))
                            .map(inUse -> max.value().subtract(inUse.value()))
                            .orElse(BigDecimal.ZERO)
                            .max(BigDecimal.ZERO);
            for (String field : BUYING_POWER) {
                if (json.hasNonNull(field)) {
                    BigDecimal account = new BigDecimal(json.path(field).asText("0"));
                    json.put(field, account.min(left).toPlainString());
                }
            }
        }
    }

    GatewayAnswer history(KeyedRequest request) {
        return request.key().view() == KeyView.ACCOUNT
                ? venue.trading(request)
                : GatewayAnswer.refused(Refusal.forbidden(OWN_ONLY));
    }

    GatewayAnswer configurationsAreFixed(KeyedRequest request) {
        return GatewayAnswer.refused(
                Refusal.forbidden(
                        "key "
                                + request.key().name()
                                + " cannot change the account; change it at the broker"));
    }

    /** Activities name orders by the ids that bots know, and a strategy sees its own only. */
    GatewayAnswer activities(KeyedRequest request) {
        Map<String, List<String>> query = new HashMap<>(request.request().query());
        int size = pageSize(query);
        if (request.key().view() == KeyView.ACCOUNT || size == 0) {
            return activities(request, query, Integer.MAX_VALUE, 1);
        }
        // Few of a page may be the strategy's, and a short page would be the last one.
        query.put("page_size", List.of(String.valueOf(FULL_PAGE)));
        return activities(request, query, size, MAX_ACTIVITY_PAGES);
    }

    /** Returns the requested number of activities, 0 if the venue refuses it. */
    private static int pageSize(Map<String, List<String>> query) {
        List<String> requested = query.getOrDefault("page_size", List.of());
        if (requested.isEmpty()) {
            return FULL_PAGE;
        }
        try {
            int size = Integer.parseInt(requested.getFirst());
            return size > FULL_PAGE ? 0 : Math.max(size, 0);
        } catch (NumberFormatException refused) {
            return 0;
        }
    }

    private GatewayAnswer activities(
            KeyedRequest request, Map<String, List<String>> query, int size, int maxPages) {
        ArrayNode shown = WireJson.array();
        for (int page = 0; page < maxPages; page++) {
            VenueAnswer.Answered answered =
                    venue.fetched(Host.TRADING, request.request().path(), query);
            if (!answered.successful() || !(tree(answered) instanceof ArrayNode activities)) {
                return PassThrough.answer(answered);
            }
            for (JsonNode activity : activities) {
                translated(request, activity)
                        .filter(_ -> shown.size() < size)
                        .ifPresent(shown::add);
            }
            if (shown.size() == size || activities.size() < FULL_PAGE) {
                return GatewayAnswer.ok(shown);
            }
            query.put(
                    "page_token",
                    List.of(activities.get(activities.size() - 1).path("id").asText()));
        }
        // An empty page would say that there are no more.
        return shown.isEmpty() && maxPages > 1
                ? GatewayAnswer.refused(Refusal.invalid(OTHERS_ONLY))
                : GatewayAnswer.ok(shown);
    }

    private Optional<JsonNode> translated(KeyedRequest request, JsonNode activity) {
        Optional<Order> order = order(activity.path("order_id").asText(""));
        if (request.key().view() == KeyView.STRATEGY
                && !order.filter(found -> request.key().shows(found.terms().strategy()))
                        .isPresent()) {
            return Optional.empty();
        }
        if (order.isPresent() && activity instanceof ObjectNode object) {
            object.put("order_id", order.get().id().value());
        }
        return Optional.of(activity);
    }

    private Optional<Order> order(String id) {
        try {
            return id.isEmpty()
                    ? Optional.empty()
                    : repository.byBrokerOrderId(new BrokerOrderId(id));
        } catch (InvalidValueException noId) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(VenueAnswer.Answered answered) {
        return WireJson.tree(answered.body()).orElseGet(WireJson::object);
    }
}
