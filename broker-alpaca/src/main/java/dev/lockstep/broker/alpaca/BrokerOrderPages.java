package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.ListedOrder;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Pagination of an order list: reads every order exactly once.
 *
 * <p>Requests pages oldest first, each starting after the id of the last order of the previous
 * page. A server that does not support {@code after_order_id} ignores it and starts from the
 * beginning; pagination then falls back to submission time. Several orders can share a timestamp
 * and {@code after} is exclusive, so each page starts one millisecond before the end of the
 * previous one and known orders are skipped. A full page without a new order is a failure, so
 * pagination always ends.
 */
final class BrokerOrderPages {
    /** Alpaca's maximum page size. */
    static final int PAGE_ORDERS = 500;

    /**
     * Page limit (500,000 orders); a list that exceeds it is treated as an endless pagination loop.
     */
    static final int MAX_PAGES = 1_000;

    private static final Duration ONE_TICK = Duration.ofMillis(1);

    private final Api api;
    private final AlpacaQueries questions;
    private final String status;
    private final @Nullable Instant after;
    private final Map<String, ListedOrder> seen = new LinkedHashMap<>();

    private boolean byId = true;
    private ListedOrder.@Nullable Place last;

    private BrokerOrderPages(
            Api api, AlpacaQueries questions, String status, @Nullable Instant after) {
        this.api = api;
        this.questions = questions;
        this.status = status;
        this.after = after;
    }

    /** Returns all open orders. */
    static FetchResult<FetchedList<BrokerOrder>> open(Api api, AlpacaQueries questions) {
        return new BrokerOrderPages(api, questions, "open", null).read(Instant.MIN);
    }

    /** Returns all orders submitted at or after {@code submittedAt}. */
    static FetchResult<FetchedList<BrokerOrder>> since(
            Instant submittedAt, Api api, AlpacaQueries questions) {
        return since(submittedAt, "all", api, questions);
    }

    /** Returns the closed orders submitted at or after {@code submittedAt}. */
    static FetchResult<FetchedList<BrokerOrder>> closedSince(
            Instant submittedAt, Api api, AlpacaQueries questions) {
        return since(submittedAt, "closed", api, questions);
    }

    private static FetchResult<FetchedList<BrokerOrder>> since(
            Instant submittedAt, String status, Api api, AlpacaQueries questions) {
        boolean everything = !submittedAt.isAfter(Instant.EPOCH);
        Instant after = everything ? null : submittedAt.minus(ONE_TICK);
        return new BrokerOrderPages(api, questions, status, after).read(submittedAt);
    }

    private FetchResult<FetchedList<BrokerOrder>> read(Instant notBefore) {
        for (int page = 0; page < MAX_PAGES; page++) {
            switch (questions.orders(address())) {
                case FetchResult.Failed<List<ListedOrder>>(BrokerFault fault)
                        when byId && last != null && fault.kind() == BrokerFault.Kind.REFUSED ->
                        byId = false;
                case FetchResult.Failed<List<ListedOrder>>(BrokerFault fault) -> {
                    return new FetchResult.Failed<>(fault);
                }
                case FetchResult.Complete<List<ListedOrder>>(List<ListedOrder> orders)
                        when byId && startsOver(orders) ->
                        byId = false;
                case FetchResult.Complete<List<ListedOrder>>(List<ListedOrder> orders) -> {
                    boolean grew = add(orders);
                    if (orders.size() < PAGE_ORDERS) {
                        return new FetchResult.Complete<>(submitted(notBefore));
                    }
                    if (!grew) {
                        return failed("a full page contained no new order");
                    }
                }
            }
        }
        return failed("the list has more than " + MAX_PAGES + " pages");
    }

    private HttpUrl.Builder address() {
        HttpUrl.Builder address =
                api.address(Api.ORDERS)
                        .addQueryParameter("status", status)
                        .addQueryParameter("direction", "asc")
                        .addQueryParameter("limit", String.valueOf(PAGE_ORDERS))
                        .addQueryParameter("nested", "false");
        if (last != null) {
            return byId
                    ? address.addQueryParameter("after_order_id", last.id())
                    : address.addQueryParameter(
                            "after", last.submittedAt().minus(ONE_TICK).toString());
        }
        return after == null ? address : address.addQueryParameter("after", after.toString());
    }

    private boolean startsOver(List<ListedOrder> orders) {
        if (last == null || orders.isEmpty()) {
            return false;
        }
        ListedOrder first = orders.getFirst();
        ListedOrder.Place place = first.place();
        return seen.containsKey(first.key())
                || (place != null && place.submittedAt().isBefore(last.submittedAt()));
    }

    private boolean add(List<ListedOrder> orders) {
        int before = seen.size();
        for (ListedOrder order : orders) {
            seen.put(order.key(), order);
            ListedOrder.Place place = order.place();
            last = place == null ? last : place;
        }
        return seen.size() > before;
    }

    private FetchedList<BrokerOrder> submitted(Instant notBefore) {
        List<BrokerOrder> orders = new ArrayList<>();
        List<UnreadableItem> unreadable = new ArrayList<>();
        for (ListedOrder listed : seen.values()) {
            ListedOrder.Place place = listed.place();
            if (place != null && place.submittedAt().isBefore(notBefore)) {
                continue;
            }
            switch (listed) {
                case ListedOrder.Read(BrokerOrder order) -> orders.add(order);
                case ListedOrder.Unreadable(UnreadableItem item, var _) -> unreadable.add(item);
            }
        }
        return new FetchedList<>(orders, unreadable);
    }

    private static FetchResult<FetchedList<BrokerOrder>> failed(String why) {
        return new FetchResult.Failed<>(ErrorClassifier.endless("GET /v2/orders: " + why));
    }
}
