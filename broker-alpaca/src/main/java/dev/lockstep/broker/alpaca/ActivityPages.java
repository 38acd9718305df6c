package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.activity.ListedActivity;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Pagination of the account's activity history: reads every entry exactly once. Requests pages
 * oldest first, each starting after the id of the last entry of the previous page, so that entries
 * with equal timestamps are neither skipped nor repeated at a page boundary.
 */
final class ActivityPages {
    /** Alpaca's maximum page size. */
    static final int PAGE_ACTIVITIES = 100;

    /**
     * Page limit (100,000 entries); a history that exceeds it is treated as an endless pagination
     * loop.
     */
    static final int MAX_PAGES = 1_000;

    /** Pages of a part, which the trading loop reads between two of its other jobs. */
    static final int PART_PAGES = 10;

    private static final String ACTIVITIES = "v2/account/activities";
    private static final Duration ONE_TICK = Duration.ofMillis(1);

    private final Api api;
    private final AlpacaQueries questions;
    private final Map<String, ListedActivity> seen = new LinkedHashMap<>();

    private @Nullable String last;
    private @Nullable Instant next;

    ActivityPages(Api api, AlpacaQueries questions) {
        this.api = api;
        this.questions = questions;
    }

    /** Returns the executions at or after {@code time}. */
    FetchResult<FetchedList<ListedActivity>> trades(Instant time) {
        return read(() -> tradesAt(time), _ -> false);
    }

    /** Returns those of the first pages, and of as many more as have the same time. */
    FetchResult<FetchedList<ListedActivity>> firstTrades(Instant time) {
        return read(() -> tradesAt(time), page -> page + 1 >= PART_PAGES && passed(time));
    }

    /** Returns where the pages after those that were read begin; null if there are no more. */
    @Nullable Instant next() {
        return next;
    }

    private HttpUrl.Builder tradesAt(Instant time) {
        return address(time, api.address(ACTIVITIES, "FILL"));
    }

    /** Returns the non-trade activities at or after {@code time}. */
    FetchResult<FetchedList<ListedActivity>> others(Instant time) {
        return read(
                () ->
                        address(
                                time,
                                api.address(ACTIVITIES)
                                        .addQueryParameter("category", "non_trade_activity")),
                _ -> false);
    }

    private FetchResult<FetchedList<ListedActivity>> read(
            Supplier<HttpUrl.Builder> address, IntPredicate enough) {
        for (int page = 0; page < MAX_PAGES; page++) {
            switch (questions.activities(address.get())) {
                case FetchResult.Failed<List<ListedActivity>>(BrokerFault fault) -> {
                    return new FetchResult.Failed<>(fault);
                }
                case FetchResult.Complete<List<ListedActivity>>(
                                List<ListedActivity> activities) -> {
                    boolean grew = add(activities);
                    if (activities.size() < PAGE_ACTIVITIES) {
                        return new FetchResult.Complete<>(complete());
                    }
                    if (!grew) {
                        return failed("a full page contained no new entry");
                    }
                    if (enough.test(page)) {
                        next = latest();
                        return new FetchResult.Complete<>(complete());
                    }
                }
            }
        }
        return failed("the history has more than " + MAX_PAGES + " pages");
    }

    /**
     * Builds a page's address. Alpaca's {@code after} is exclusive, so one millisecond is
     * subtracted; the epoch needs no bound.
     */
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

    private boolean passed(Instant time) {
        Instant latest = latest();
        return latest != null && latest.isAfter(time);
    }

    private @Nullable Instant latest() {
        return seen.values().stream()
                .map(ActivityPages::time)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant time(ListedActivity activity) {
        return switch (activity) {
            case ListedActivity.Traded traded -> traded.fill().transactTime();
            case ListedActivity.Corrected corrected -> corrected.correction().at();
            case ListedActivity.Booked booked -> booked.adjustment().at();
            case ListedActivity.Unreadable _ -> null;
        };
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

    private static FetchResult<FetchedList<ListedActivity>> failed(String why) {
        return new FetchResult.Failed<>(ErrorClassifier.endless("GET /" + ACTIVITIES + ": " + why));
    }
}
