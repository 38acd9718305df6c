package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.AccountHistory;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Keeps the account's executions: reads the broker's books on from where they were read before, and
 * now and then so far back that none that appeared late is missed.
 */
final class FetchFills {
    /** The broker may tell of an execution this much later than it happened. */
    private static final Duration LATEST = Duration.ofMinutes(15);

    /** Late ones are looked for this often. */
    private static final Duration DEEP_EVERY = Duration.ofMinutes(15);

    /** And this often while something differs, or could not be had. */
    private static final Duration DEEP_SOONEST = Duration.ofMinutes(2);

    private static final Duration DEEP = LATEST.plus(DEEP_EVERY);

    /** Most are told of sooner, and to read less costs fewer requests. */
    private static final Duration SHALLOW = Duration.ofSeconds(10);

    /** How far the broker's clock may be behind ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final OrderRepository repository;
    private final Fills fills;
    private final AccountHistory history;
    private final InstantSource clock;
    private Instant deepTried = Instant.MIN;
    private Instant deepDone = Instant.MIN;

    FetchFills(LoopPorts ports, InstantSource clock) {
        this.repository = ports.repository();
        this.fills = ports.fills();
        this.history = ports.history();
        this.clock = clock;
    }

    /**
     * The executions of a while, all of which are kept now.
     *
     * @param differing whether some are missed
     */
    Fetched<List<Fill>> fetch(boolean differing) {
        Instant asked = clock.instant();
        boolean deep = deep(asked, differing);
        deepTried = deep ? asked : deepTried;
        Fetched<List<Fill>> answer = history.fillsSince(since(deep ? DEEP : SHALLOW));
        if (answer instanceof Fetched.Complete<List<Fill>>(List<Fill> executions)) {
            fills.addAll(executions);
            fills.completeUntil(reached(asked, executions));
            deepDone = deep ? asked : deepDone;
        }
        return answer;
    }

    private boolean deep(Instant asked, boolean differing) {
        return !asked.isBefore(deepTried.plus(DEEP_SOONEST))
                && (differing || !asked.isBefore(deepDone.plus(DEEP_EVERY)));
    }

    /**
     * Not the newest execution that is known: live news tells of one before the ones that happened
     * while nobody listened. Before the first look nothing is older than our first order.
     */
    private Instant since(Duration back) {
        return fills.completeUntil()
                .map(until -> until.minus(back))
                .orElseGet(() ->
                        repository.search(OrderQuery.all().limit(1)).stream()
                                .map(Order::createdAt)
                                .findFirst()
                                .orElseGet(clock::instant)
                                .minus(CLOCK_SKEW));
    }

    private static Instant reached(Instant asked, List<Fill> executions) {
        return executions.stream()
                .map(Fill::transactTime)
                .reduce(asked.minus(CLOCK_SKEW), (one, other) -> one.isAfter(other) ? one : other);
    }
}
