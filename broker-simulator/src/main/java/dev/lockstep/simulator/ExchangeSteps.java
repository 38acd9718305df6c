package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.server.http.ReadsInProgress;
import dev.lockstep.simulator.server.stream.DataStreamHub;
import dev.lockstep.simulator.server.stream.ReadCheck;
import dev.lockstep.simulator.server.stream.StreamHub;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.RequestCount;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of an exchange step by step and waits in between until its clients have handled
 * what they were sent. For one caller.
 */
public final class ExchangeSteps {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int WALK_STEPS_PER_MINUTE = 4;

    /** A client may need several turns of its event loop from a message to its request. */
    private static final int CALM_ROUNDS = 8;

    /** Longest wait for a read, since a stream that closes ends none. */
    private static final Duration READ_WAIT = Duration.ofMillis(1);

    /** Longest wait without a check whether the caller gives up. */
    private static final Duration QUIET_WAIT = Duration.ofMillis(20);

    private final Bars bars;
    private final ExchangeGate floor;
    private final RequestedSymbols requested;
    private final StreamHub streams;
    private final DataStreamHub dataStreams;
    private final RequestCount requests;
    private final ReadsInProgress reads;
    private final QueueProbe probe;
    private List<ReadCheck> checks = List.of();

    ExchangeSteps(
            SimulatorConfig config,
            ExchangeGate floor,
            RequestedSymbols requested,
            StreamHub streams,
            DataStreamHub dataStreams,
            RequestCount requests,
            ReadsInProgress reads,
            int port) {
        this.bars = config.bars();
        this.floor = floor;
        this.requested = requested;
        this.streams = streams;
        this.dataStreams = dataStreams;
        this.requests = requests;
        this.reads = reads;
        this.probe = new QueueProbe(port);
    }

    /** Returns the exchange's time. */
    public Instant time() {
        return floor.clock().instant();
    }

    /**
     * Returns the end of the next step: the next begin or end of a bar; without bars the next
     * minute in which a market that a client watches is open, extended hours included. Null after
     * the last bar.
     */
    public @Nullable Instant next() {
        Instant now = time();
        if (!bars.none()) {
            return bars.nextChange(now);
        }
        boolean pairs = requested.lately().stream().anyMatch(symbol -> symbol.contains("/"));
        return floor.call((exchange, _) -> {
            boolean open = pairs || exchange.open(AssetClass.US_EQUITY, true, now);
            return open ? now.plus(MINUTE) : exchange.day(now).phaseUntil();
        });
    }

    /** Moves the time forward; prices move, orders fill, and the streams report it. */
    public void advanceTo(Instant time) {
        Instant now = time();
        if (bars.none() && !time.isAfter(now.plus(MINUTE))) {
            Duration part = Duration.between(now, time).dividedBy(WALK_STEPS_PER_MINUTE);
            for (int step = 1; step < WALK_STEPS_PER_MINUTE; step++) {
                moveTo(now.plus(part.multipliedBy(step)));
            }
        }
        moveTo(time);
        dataStreams.tick();
    }

    private void moveTo(Instant time) {
        if (!floor.clock().moveTo(time)) {
            throw new IllegalArgumentException(
                    "time: " + time + " (expected: not before " + time() + ")");
        }
        floor.call((exchange, now) -> {
            exchange.prices().tickWatched(requested.lately(), now);
            return now;
        });
    }

    /** Lets the time pass by itself from now on. */
    public void runAt(BigDecimal speed) {
        floor.clock().runAt(speed);
    }

    /** Returns whether a client has made a request or opened a stream. */
    public boolean contacted() {
        return requests.begun() > 0 || streams() > 0;
    }

    /** Returns whether a client has subscribed to market data. */
    public boolean watched() {
        return dataStreams.subscribed();
    }

    /** Returns the number of open streams. */
    public int streams() {
        return streams.readChecks().size() + dataStreams.readChecks().size();
    }

    /** Returns the number of streams whose clients had not read all messages at the last ping. */
    public long unreadStreams() {
        return checks.stream().filter(check -> !check.answered()).count();
    }

    /** Returns whether a request is in progress. */
    public boolean requestInProgress() {
        return requests.inProgress();
    }

    /** Returns the number of requests so far, those of {@code /sim} not counted. */
    public long requests() {
        return requests.begun();
    }

    /**
     * Waits until the clients have read all messages, no request is in progress, and none has come
     * for the given time.
     *
     * @param quiet the real time without a request
     * @param most the real time after which this method gives up
     * @param nanoTime the monotonic clock of the real time
     * @param goOn asked often; false makes this method give up
     * @return whether the clients became quiet
     */
    public boolean settle(
            Duration quiet, Duration most, LongSupplier nanoTime, BooleanSupplier goOn)
            throws InterruptedException {
        long start = nanoTime.getAsLong();
        long lastRequest = start;
        long seen = requests.begun();
        int calm = 0;
        BooleanSupplier inTime =
                () -> nanoTime.getAsLong() - start < most.toNanos() && goOn.getAsBoolean();
        while (inTime.getAsBoolean()) {
            boolean read = ping(inTime);
            long handled = reads.ended();
            if (requests.inProgress() || requests.begun() != seen) {
                lastRequest = nanoTime.getAsLong();
                seen = requests.begun();
                calm = 0;
            } else {
                calm = read ? calm + 1 : 0;
            }
            if (calm >= CALM_ROUNDS) {
                long quietAt = lastRequest + quiet.toNanos();
                if (nanoTime.getAsLong() - quietAt >= 0) {
                    return true;
                }
                awaitRead(handled, () -> quietAt - nanoTime.getAsLong(), inTime);
            }
        }
        return false;
    }

    /** Waits until another read has ended, or no time is left. */
    private void awaitRead(long handled, LongSupplier nanosLeft, BooleanSupplier inTime)
            throws InterruptedException {
        long left = nanosLeft.getAsLong();
        while (left > 0 && reads.ended() == handled && inTime.getAsBoolean()) {
            reads.awaitEnd(handled, Duration.ofNanos(Math.min(left, QUIET_WAIT.toNanos())));
            left = nanosLeft.getAsLong();
        }
    }

    /** Returns whether every client has answered a ping, and takes in what they sent before. */
    private boolean ping(BooleanSupplier inTime) throws InterruptedException {
        checks =
                Stream.concat(streams.readChecks().stream(), dataStreams.readChecks().stream())
                        .toList();
        checks.forEach(ReadCheck::ask);
        if (!await(() -> unreadStreams() == 0, inTime)) {
            return false;
        }
        probe.ask();
        // What the server saw before the probe may still wait for a thread on a busy machine.
        return await(reads::none, inTime);
    }

    /** Waits for a condition that the end of a read can bring about; the bot has the processor. */
    private boolean await(BooleanSupplier condition, BooleanSupplier inTime)
            throws InterruptedException {
        long handled = reads.ended();
        while (!condition.getAsBoolean()) {
            if (!inTime.getAsBoolean()) {
                return false;
            }
            reads.awaitEnd(handled, READ_WAIT);
            handled = reads.ended();
        }
        return true;
    }
}
