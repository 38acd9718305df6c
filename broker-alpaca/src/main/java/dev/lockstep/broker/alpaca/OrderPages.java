package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.ListedOrder;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.UnreadableItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads one list of orders to its end, each order once.
 *
 * <p>Pages are asked for oldest first, each after the last order of the one before, by that order's
 * id. A server that does not know that parameter passes over it and starts from the beginning; then
 * the pages are asked for by time. Several orders can share one time and the bound excludes it, so
 * each page begins a millisecond before the end of the last one, and what has been seen is passed
 * over. A full page that brings nothing new ends in a failure, never in a loop.
 */
final class OrderPages {
    /** The most orders that the broker puts into one page. */
    static final int PAGE_ORDERS = 500;

    /** Half a million orders; beyond that a server is taken to be turning in circles. */
    static final int MAX_PAGES = 1_000;

    private static final Duration ONE_TICK = Duration.ofMillis(1);

    private final Api api;
    private final Questions questions;
    private final String status;
    private final @Nullable Instant after;
    private final Map<String, ListedOrder> seen = new LinkedHashMap<>();

    private boolean byId = true;
    private ListedOrder.@Nullable Place last;

    private OrderPages(Api api, Questions questions, String status, @Nullable Instant after) {
        this.api = api;
        this.questions = questions;
        this.status = status;
        this.after = after;
    }

    /** All orders that may still trade. */
    static Fetched<FetchedList<BrokerOrder>> open(Api api, Questions questions) {
        return new OrderPages(api, questions, "open", null).read(Instant.MIN);
    }

    /** All orders submitted at that time or later. */
    static Fetched<FetchedList<BrokerOrder>> since(
            Instant submittedAt, Api api, Questions questions) {
        boolean everything = !submittedAt.isAfter(Instant.EPOCH);
        Instant after = everything ? null : submittedAt.minus(ONE_TICK);
        return new OrderPages(api, questions, "all", after).read(submittedAt);
    }

    private Fetched<FetchedList<BrokerOrder>> read(Instant notBefore) {
        for (int page = 0; page < MAX_PAGES; page++) {
            switch (questions.orders(address())) {
                case Fetched.Failed<List<ListedOrder>>(BrokerFault fault)
                        when byId && last != null && fault.kind() == BrokerFault.Kind.REFUSED ->
                        byId = false;
                case Fetched.Failed<List<ListedOrder>>(BrokerFault fault) -> {
                    return new Fetched.Failed<>(fault);
                }
                case Fetched.Complete<List<ListedOrder>>(List<ListedOrder> orders)
                        when byId && startsOver(orders) ->
                        byId = false;
                case Fetched.Complete<List<ListedOrder>>(List<ListedOrder> orders) -> {
                    boolean news = add(orders);
                    if (orders.size() < PAGE_ORDERS) {
                        return new Fetched.Complete<>(submitted(notBefore));
                    }
                    if (!news) {
                        return failed("a full page brought no order that was not seen before");
                    }
                }
            }
        }
        return failed("the list did not end within " + MAX_PAGES + " pages");
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

    private static Fetched<FetchedList<BrokerOrder>> failed(String why) {
        return new Fetched.Failed<>(Faults.endless("GET /v2/orders: " + why));
    }
}
