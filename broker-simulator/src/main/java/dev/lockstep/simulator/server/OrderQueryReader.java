package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Asset;
import dev.lockstep.simulator.exchange.AssetClass;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.OrderQuery;
import dev.lockstep.simulator.exchange.OrderView;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.exchange.Side;
import dev.lockstep.simulator.exchange.Word;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the filters of the order list. */
final class OrderQueryReader {
    private final Exchange exchange;
    private final String account;
    private final Query query;

    OrderQueryReader(Exchange exchange, String account, ExchangeRequest request) {
        this.exchange = exchange;
        this.account = account;
        this.query = new Query(request);
    }

    OrderQuery read() {
        Instant after = query.time("after");
        Instant until = query.time("until");
        Long afterNumber = number("after_order_id");
        Long beforeNumber = number("before_order_id");
        boolean byId = afterNumber != null || beforeNumber != null;
        if ((afterNumber != null && beforeNumber != null)
                || (byId && (after != null || until != null))) {
            throw refused("before_order_id, after_order_id and after/until are mutually exclusive");
        }
        return new OrderQuery(
                status(),
                query.limit(OrderQuery.DEFAULT_LIMIT_ORDERS, OrderQuery.MAX_LIMIT_ORDERS),
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

    private OrderQuery.Status status() {
        String value = query.text("status");
        return value == null
                ? OrderQuery.Status.OPEN
                : Word.find(OrderQuery.Status.class, value)
                        .orElseThrow(() -> refused("invalid status"));
    }

    private @Nullable Long number(String name) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        return exchange.records()
                .order(account, Query.uuid(text, "invalid " + name))
                .map(OrderView::order)
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
                : Word.find(Side.class, value).orElseThrow(() -> refused("invalid side"));
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
            Word.find(AssetClass.class, value).ifPresent(classes::add);
        }
        return classes;
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
