package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fetches and stores adjustments: continues from the last read, and periodically reads further
 * back, because fees and dividends are booked hours later. An entry that the broker cancels or
 * corrects within {@value #DEEP_DAYS} days counts in its new form. Thread-safe; concurrent calls
 * wait for each other.
 */
public final class FetchAdjustments {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Read with each pass. */
    private static final Duration SHALLOW = Duration.ofMinutes(2);

    /** Read now and then: an entry may bear a time of days ago, over a weekend for example. */
    private static final int DEEP_DAYS = 4;

    private static final Duration DEEP = Duration.ofDays(DEEP_DAYS);

    private static final Duration DEEP_EVERY = Duration.ofHours(1);

    /** And this often while a position differs for no known reason. */
    private static final Duration DEEP_SOON = Duration.ofMinutes(5);

    private final OrderRepository repository;
    private final Adjustments adjustments;
    private final AccountHistory history;
    private final FeeOrders feeOrders;
    private final InstantSource clock;
    private Instant deepDone = Instant.MIN;

    /** Builds the use case on its ports. */
    public FetchAdjustments(
            OrderRepository repository, Fills fills, AccountHistory history, InstantSource clock) {
        this.repository = repository;
        this.adjustments = repository.adjustments();
        this.history = history;
        this.feeOrders = new FeeOrders(fills);
        this.clock = clock;
    }

    /** Reads on, and keeps what was not known; complete with what was found, or failed. */
    public FetchResult<FetchedAdjustments> fetch() {
        return fetch(false);
    }

    /**
     * Returns the same, further back.
     *
     * @param missed whether some seem to be missed
     */
    public synchronized FetchResult<FetchedAdjustments> fetch(boolean missed) {
        Instant asked = clock.instant();
        boolean setBack = asked.isBefore(deepDone);
        boolean deep = setBack || !asked.isBefore(deepDone.plus(missed ? DEEP_SOON : DEEP_EVERY));
        return switch (history.adjustmentsSince(since(deep ? DEEP : SHALLOW))) {
            case FetchResult.Complete<FetchedList<Adjustment>>(FetchedList<Adjustment> list) -> {
                int fresh = adjustments.addAll(feeOrders.found(changes(list.items())));
                reached(list.items()).ifPresent(adjustments::completeUntil);
                deepDone = deep ? asked : deepDone;
                yield new FetchResult.Complete<>(FetchedAdjustments.of(fresh, list));
            }
            case FetchResult.Failed<FetchedList<Adjustment>>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    /** Returns the new adjustments, and corrections of known ones. */
    private List<Adjustment> changes(List<Adjustment> shown) {
        Map<ActivityId, List<Adjustment>> stored = stored(shown);
        return shown.stream()
                .flatMap(each -> {
                    List<Adjustment> known = stored.getOrDefault(each.id(), List.of());
                    return known.isEmpty() ? Stream.of(each) : Corrections.of(each, known).stream();
                })
                .toList();
    }

    private Map<ActivityId, List<Adjustment>> stored(List<Adjustment> shown) {
        List<ActivityId> ids = shown.stream().map(Adjustment::id).distinct().toList();
        Set<ActivityId> known = Set.copyOf(ids);
        return adjustments.of(ids).stream()
                .collect(Collectors.groupingBy(each -> entry(each.id(), known)));
    }

    /** Returns the entry that a stored adjustment is, or is a correction of. */
    private static ActivityId entry(ActivityId id, Set<ActivityId> shown) {
        return shown.contains(id) ? id : id.corrected();
    }

    /** Returns the start of the next fetch; nothing before our first order counts. */
    private Instant since(Duration back) {
        Instant first = FirstOrder.created(repository, clock).minus(CLOCK_SKEW);
        return adjustments
                .completeUntil()
                .map(until -> notAhead(until).minus(back))
                .filter(time -> time.isAfter(first))
                .orElse(first);
    }

    /** By the broker's clock alone: while ours is ahead, its time would pass over entries. */
    private static Optional<Instant> reached(List<Adjustment> shown) {
        return shown.stream()
                .map(Adjustment::at)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.minus(CLOCK_SKEW));
    }

    /** A clock that was set forward for a while has left a mark in the future. */
    private Instant notAhead(Instant until) {
        Instant latest = clock.instant().minus(CLOCK_SKEW);
        return until.isAfter(latest) ? latest : until;
    }
}
