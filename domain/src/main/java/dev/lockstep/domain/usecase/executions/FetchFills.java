package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.adjust.FirstOrder;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.sync.BrokerSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Fetches and stores the account's executions: continues from the last read, and periodically reads
 * far enough back to find late ones. Thread-safe; concurrent calls wait for each other.
 */
public final class FetchFills {
    /** The broker may report an execution this much later than it happened. */
    private static final Duration LATEST = Duration.ofMinutes(15);

    /** Late ones are looked for this often. */
    private static final Duration DEEP_EVERY = Duration.ofMinutes(15);

    /** And this often while some are missed. */
    private static final Duration DEEP_SOON = Duration.ofMinutes(2);

    private static final Duration DEEP = LATEST.plus(DEEP_EVERY);

    /** Most executions are reported sooner, and reading less costs fewer requests. */
    private static final Duration SHALLOW = Duration.ofSeconds(10);

    private final OrderRepository repository;
    private final Fills fills;
    private final AccountHistory history;
    private final InstantSource clock;
    private final RecordCorrections recordCorrections;
    private Instant deepDone = Instant.MIN;
    private Optional<FillsReading> underWay = Optional.empty();

    /** Builds the use case on its ports. */
    public FetchFills(
            OrderRepository repository,
            Fills fills,
            AccountHistory history,
            Incidents incidents,
            InstantSource clock) {
        this(repository, fills, history, new IncidentBook(incidents, clock, _ -> {}), clock);
    }

    FetchFills(
            OrderRepository repository,
            Fills fills,
            AccountHistory history,
            IncidentBook incidents,
            InstantSource clock) {
        this.repository = repository;
        this.fills = fills;
        this.history = history;
        this.clock = clock;
        this.recordCorrections = new RecordCorrections(repository, fills, incidents);
    }

    /** Reads on, and keeps what was not known; complete or failed. */
    public synchronized FetchResult<Executions> fetch() {
        FillsReading reading = begun(false);
        return switch (history.fillsSince(reading.next())) {
            case FetchResult.Complete<ListedExecutions>(ListedExecutions list) -> {
                reading.add(list, stored(list));
                yield new FetchResult.Complete<>(ended(reading));
            }
            case FetchResult.Failed<ListedExecutions>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    /**
     * Reads one part of the same, so that a caller with other work is not kept by a long history;
     * further back if some are missed. After a failure the part is read again.
     *
     * @return empty until the last part is read
     */
    synchronized FetchResult<Optional<Executions>> fetchPart(boolean missed) {
        FillsReading reading = underWay.orElseGet(() -> begun(missed));
        return switch (history.fillsPart(reading.next())) {
            case FetchResult.Complete<ListedExecutions.Part>(
                            ListedExecutions.Part(ListedExecutions list, Instant next)) -> {
                reading.add(list, stored(list));
                if (next == null) {
                    underWay = Optional.empty();
                    yield new FetchResult.Complete<>(Optional.of(ended(reading)));
                }
                underWay = Optional.of(reading.from(next));
                yield new FetchResult.Complete<>(Optional.empty());
            }
            case FetchResult.Failed<ListedExecutions.Part>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    private FillsReading begun(boolean missed) {
        Instant asked = clock.instant();
        boolean setBack = asked.isBefore(deepDone);
        boolean deep = setBack || !asked.isBefore(deepDone.plus(missed ? DEEP_SOON : DEEP_EVERY));
        return new FillsReading(asked, deep, since(deep ? DEEP : SHALLOW));
    }

    private int stored(ListedExecutions list) {
        int fresh = fills.addAll(list.items());
        recordCorrections.record(list.corrections());
        reached(list.items()).ifPresent(fills::completeUntil);
        return fresh;
    }

    private Executions ended(FillsReading reading) {
        deepDone = reading.deep() ? reading.asked() : deepDone;
        return reading.all();
    }

    /**
     * Returns the start of the next fetch. The newest known execution does not count: the stream
     * may have reported it before older ones that it missed. Before the first fetch, nothing is
     * older than our first order.
     */
    private Instant since(Duration back) {
        return fills.completeUntil()
                .map(until -> notAhead(until).minus(back))
                .orElseGet(() ->
                        FirstOrder.created(repository, clock).minus(BrokerSnapshot.CLOCK_SKEW));
    }

    /** Returns a clock that was set forward for a while has left a mark in the future. */
    private Instant notAhead(Instant until) {
        Instant latest = clock.instant().minus(BrokerSnapshot.CLOCK_SKEW);
        return until.isAfter(latest) ? latest : until;
    }

    /** By the broker's clock alone: while ours is ahead, its time would pass over executions. */
    private static Optional<Instant> reached(List<Fill> executions) {
        return executions.stream()
                .map(Fill::transactTime)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.minus(BrokerSnapshot.CLOCK_SKEW));
    }

    /**
     * The result of a read.
     *
     * @param read the executions of the period, all of which are stored now
     * @param corrections the busts and corrections among them
     * @param fresh the number of new ones
     * @param unreadable those that could not be read and are not stored
     */
    public record Executions(
            List<Fill> read,
            List<FillCorrection> corrections,
            int fresh,
            List<UnreadableItem> unreadable) {
        public Executions {
            read = List.copyOf(read);
            corrections = List.copyOf(corrections);
            unreadable = List.copyOf(unreadable);
        }
    }
}
