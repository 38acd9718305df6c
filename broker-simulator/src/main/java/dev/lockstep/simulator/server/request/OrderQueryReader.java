package dev.lockstep.simulator.server.request;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.OrderListQuery;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.WireEnum;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the filters of the order list. */
public final class OrderQueryReader {
    private final Exchange exchange;
    private final String account;
    private final Query query;

    public OrderQueryReader(Exchange exchange, String account, ExchangeRequest request) {
        this.exchange = exchange;
        this.account = account;
        this.query = request.query();
    }

    public OrderListQuery read() {
        Instant after = query.time("after");
        Instant until = query.time("until");
        boolean afterId = query.text("after_order_id") != null;
        boolean beforeId = query.text("before_order_id") != null;
        boolean byTime = after != null || until != null;
        if ((afterId && beforeId) || ((afterId || beforeId) && byTime)) {
            throw refused("before_order_id, after_order_id and after/until are mutually exclusive");
        }
        Long afterNumber = number("after_order_id");
        Long beforeNumber = number("before_order_id");
        return new OrderListQuery(
                status(),
                query.limit(OrderListQuery.DEFAULT_LIMIT_ORDERS, OrderListQuery.MAX_LIMIT_ORDERS),
                after,
                until,
                afterNumber,
                beforeNumber,
                query.ascending(),
                query.flag("nested"),
                symbols(),
                side(),
                assetClasses());
    }

    private OrderListQuery.Status status() {
        String value = query.text("status");
        return value == null
                ? OrderListQuery.Status.OPEN
                : WireEnum.find(OrderListQuery.Status.class, value)
                        .orElseThrow(() -> refused("invalid status"));
    }

    private @Nullable Long number(String name) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        return exchange.records()
                .order(account, Query.uuid(text, "invalid " + name))
                .map(OrderSnapshot::order)
                .orElseThrow(
                        () -> new RefusedRequest(Refusal.notFound("order not found for " + text)))
                .number();
    }

    private Set<String> symbols() {
        Set<String> symbols = new LinkedHashSet<>();
        for (String text : query.list("symbols")) {
            symbols.add(exchange.prices().asset(text).map(Asset::symbol).orElse(text));
        }
        return symbols;
    }

    private @Nullable Side side() {
        String value = query.text("side");
        return value == null
                ? null
                : WireEnum.find(Side.class, value).orElseThrow(() -> refused("invalid side"));
    }

    /**
     * Returns the requested asset classes: all if none is given. Classes that the exchange does not
     * trade match nothing.
     */
    private Set<AssetClass> assetClasses() {
        List<String> values = query.list("asset_class");
        if (values.isEmpty()) {
            return EnumSet.allOf(AssetClass.class);
        }
        Set<AssetClass> classes = EnumSet.noneOf(AssetClass.class);
        for (String value : values) {
            WireEnum.find(AssetClass.class, value).ifPresent(classes::add);
        }
        return classes;
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
