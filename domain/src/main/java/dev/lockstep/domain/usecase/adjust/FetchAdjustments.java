package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.AccountHistory;
import dev.lockstep.domain.port.Adjustments;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.domain.port.OrderRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps what the broker booked that is no trade: reads on from where it was read before, and now
 * and then further back, since fees and dividends are booked hours later. Safe for use by several
 * threads, which wait for each other.
 */
public final class FetchAdjustments {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Read with each pass. */
    private static final Duration SHALLOW = Duration.ofMinutes(2);

    /** Read now and then: an entry may bear a time of days ago, over a weekend for example. */
    private static final Duration DEEP = Duration.ofDays(4);

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

    /** Reads on, and keeps what was not known; complete with how many were new, or failed. */
    public Fetched<Integer> fetch() {
        return fetch(false);
    }

    /**
     * The same, further back.
     *
     * @param missed whether some seem to be missed
     */
    public synchronized Fetched<Integer> fetch(boolean missed) {
        Instant asked = clock.instant();
        boolean setBack = asked.isBefore(deepDone);
        boolean deep = setBack || !asked.isBefore(deepDone.plus(missed ? DEEP_SOON : DEEP_EVERY));
        return switch (history.adjustmentsSince(since(deep ? DEEP : SHALLOW))) {
            case Fetched.Complete<FetchedList<Adjustment>>(FetchedList<Adjustment> list) -> {
                int fresh = adjustments.addAll(feeOrders.found(adjustments.unknown(list.items())));
                adjustments.completeUntil(asked.minus(CLOCK_SKEW));
                deepDone = deep ? asked : deepDone;
                yield new Fetched.Complete<>(fresh);
            }
            case Fetched.Failed<FetchedList<Adjustment>>(BrokerFault fault) ->
                    new Fetched.Failed<>(fault);
        };
    }

    /** Nothing that was booked before our first order counts. */
    private Instant since(Duration back) {
        Instant first = FirstOrder.created(repository, clock).minus(CLOCK_SKEW);
        return adjustments
                .completeUntil()
                .map(until -> notAhead(until).minus(back))
                .filter(time -> time.isAfter(first))
                .orElse(first);
    }

    /** A clock that was set forward for a while has left a mark in the future. */
    private Instant notAhead(Instant until) {
        Instant latest = clock.instant().minus(CLOCK_SKEW);
        return until.isAfter(latest) ? latest : until;
    }
}
