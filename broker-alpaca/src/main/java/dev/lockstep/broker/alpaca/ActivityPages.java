package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.ListedActivity;
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
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads the account's history to its end, each entry once. Pages are asked for oldest first, each
 * after the last entry of the one before, by that entry's name; so entries of one time are neither
 * missed nor doubled at the edge of a page.
 */
final class ActivityPages {
    /** The most entries that the broker puts into one page. */
    static final int PAGE_ACTIVITIES = 100;

    /** A hundred thousand entries; beyond that a server is taken to be turning in circles. */
    static final int MAX_PAGES = 1_000;

    private static final String ACTIVITIES = "v2/account/activities";
    private static final Duration ONE_TICK = Duration.ofMillis(1);

    private final Api api;
    private final Questions questions;
    private final Map<String, ListedActivity> seen = new LinkedHashMap<>();

    private @Nullable String last;

    ActivityPages(Api api, Questions questions) {
        this.api = api;
        this.questions = questions;
    }

    /** Reads all executions at that time or later. */
    Fetched<FetchedList<ListedActivity>> trades(Instant time) {
        return read(() -> address(time, api.address(ACTIVITIES, "FILL")));
    }

    /** Reads all other entries at that time or later. */
    Fetched<FetchedList<ListedActivity>> others(Instant time) {
        return read(() ->
                address(
                        time,
                        api.address(ACTIVITIES)
                                .addQueryParameter("category", "non_trade_activity")));
    }

    private Fetched<FetchedList<ListedActivity>> read(Supplier<HttpUrl.Builder> address) {
        for (int page = 0; page < MAX_PAGES; page++) {
            switch (questions.activities(address.get())) {
                case Fetched.Failed<List<ListedActivity>>(BrokerFault fault) -> {
                    return new Fetched.Failed<>(fault);
                }
                case Fetched.Complete<List<ListedActivity>>(List<ListedActivity> activities) -> {
                    boolean news = add(activities);
                    if (activities.size() < PAGE_ACTIVITIES) {
                        return new Fetched.Complete<>(complete());
                    }
                    if (!news) {
                        return failed("a full page brought no entry that was not seen before");
                    }
                }
            }
        }
        return failed("the history did not end within " + MAX_PAGES + " pages");
    }

    /** The bound excludes its own time, and the first moment of all needs none. */
    private HttpUrl.Builder address(Instant time, HttpUrl.Builder of) {
        HttpUrl.Builder address =
                of.addQueryParameter("direction", "asc")
                        .addQueryParameter("page_size", String.valueOf(PAGE_ACTIVITIES));
        if (time.isAfter(Instant.EPOCH)) {
            address.addQueryParameter("after", time.minus(ONE_TICK).toString());
        }
        return last == null ? address : address.addQueryParameter("page_token", last);
    }

    private boolean add(List<ListedActivity> activities) {
        int before = seen.size();
        for (ListedActivity activity : activities) {
            seen.putIfAbsent(key(activity), activity);
            last = activity.id().isBlank() ? last : activity.id();
        }
        return seen.size() > before;
    }

    private static String key(ListedActivity activity) {
        return switch (activity) {
            case ListedActivity.Traded traded -> traded.id();
            case ListedActivity.Corrected corrected -> corrected.id();
            case ListedActivity.Booked booked -> booked.id();
            case ListedActivity.Unreadable(UnreadableItem item) ->
                    item.brokerId().isBlank() ? item.raw() : item.brokerId();
        };
    }

    private FetchedList<ListedActivity> complete() {
        List<ListedActivity> read = new ArrayList<>();
        List<UnreadableItem> unreadable = new ArrayList<>();
        for (ListedActivity activity : seen.values()) {
            if (activity instanceof ListedActivity.Unreadable(UnreadableItem item)) {
                unreadable.add(item);
            } else {
                read.add(activity);
            }
        }
        return new FetchedList<>(read, unreadable);
    }

    private static Fetched<FetchedList<ListedActivity>> failed(String why) {
        return new Fetched.Failed<>(Faults.endless("GET /" + ACTIVITIES + ": " + why));
    }
}
