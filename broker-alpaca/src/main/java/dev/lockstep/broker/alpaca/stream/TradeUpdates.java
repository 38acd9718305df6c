package dev.lockstep.broker.alpaca.stream;

import dev.lockstep.broker.alpaca.connection.Credentials;
import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.FrameSource.Frame;
import dev.lockstep.broker.alpaca.resilience.Pauses;
import dev.lockstep.broker.alpaca.wire.StreamMessage;
import dev.lockstep.broker.alpaca.wire.StreamWords;
import dev.lockstep.broker.alpaca.wire.UnreadableException;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.ExecutionReports;
import dev.lockstep.domain.port.StreamStatus;
import dev.lockstep.domain.port.StreamStatus.State;
import dev.lockstep.domain.port.StreamedReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alpaca's {@code trade_updates}: connects, says who we are, asks for news of orders, passes them
 * on, and begins again whenever that ends, for ever.
 *
 * <p>The broker repeats nothing and numbers nothing. So the listener is told that news may be
 * missing once the broker has confirmed that it will tell them from now on: what happens from there
 * on waits in the queue while the listener reads the whole state.
 */
public final class TradeUpdates implements ExecutionReports {
    /** How long the broker has for each step until it tells news. */
    static final Duration HANDSHAKE_PATIENCE = Duration.ofSeconds(10);

    /** Silence is normal; a dead line ends by the missing answer to a ping. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TradeUpdates.class);

    private final Supplier<FrameSource> connect;
    private final Credentials credentials;
    private final String refusedKeys;
    private final ReconnectWaits waits;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Pauses pauses;
    private final AtomicBoolean listening = new AtomicBoolean();

    private volatile StreamStatus status;

    /**
     * A stream that is not connected yet.
     *
     * @param refusedKeys what to say where the broker does not accept the keys
     */
    public TradeUpdates(
            Supplier<FrameSource> connect,
            Credentials credentials,
            String refusedKeys,
            ReconnectWaits waits,
            RandomGenerator random,
            InstantSource clock,
            Pauses pauses) {
        this.pauses = pauses;
        this.connect = connect;
        this.credentials = credentials;
        this.refusedKeys = refusedKeys;
        this.waits = waits;
        this.random = random;
        this.clock = clock;
        this.status = new StreamStatus(State.STOPPED, clock.instant(), null, 0, "");
    }

    @Override
    public StreamStatus status() {
        return status;
    }

    @Override
    public void listen(Listener listener) {
        if (!listening.compareAndSet(false, true)) {
            throw new IllegalStateException("another thread listens already");
        }
        try {
            keepListening(listener);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            now(State.STOPPED, "");
            listening.set(false);
        }
    }

    /** A connection that told news counts as a success, so that the waits begin anew. */
    private void keepListening(Listener listener) throws InterruptedException {
        for (int failures = 0; ; failures++) {
            long connectsBefore = status.connects();
            now(State.CONNECTING, status.trouble());
            String why = session(listener);
            LOG.warn("trade_updates: {}", why);
            now(State.CONNECTING, why);
            if (status.connects() > connectsBefore) {
                failures = 0;
                told(() -> listener.disconnected(why));
            }
            pauses.pause(waits.after(failures, random));
        }
    }

    /** One connection from its beginning to its end; returns why it ended. */
    private String session(Listener listener) throws InterruptedException {
        try (FrameSource frames = connect.get()) {
            boolean told = false;
            while (true) {
                Frame frame = frames.next(told ? SILENCE : HANDSHAKE_PATIENCE);
                switch (frame) {
                    case null -> {
                        if (!told) {
                            return "no answer to the handshake in time";
                        }
                    }
                    case Frame.Ended ended -> {
                        return ended.why();
                    }
                    case Frame.Opened _ ->
                            frames.send(
                                    StreamWords.authenticate(
                                            credentials.keyId(), credentials.secret()));
                    case Frame.Message(String received) -> {
                        String text = credentials.redacted(received);
                        switch (understood(text, listener)) {
                            case StreamMessage.Authorization(boolean granted) -> {
                                if (!granted) {
                                    return refusedKeys;
                                }
                                frames.send(StreamWords.listen());
                            }
                            case StreamMessage.Listening(boolean ofOrders) -> {
                                if (!ofOrders) {
                                    return "the broker does not tell news of orders";
                                }
                                told = true;
                                connected(listener);
                            }
                            case StreamMessage.Update update -> report(update, text, listener);
                            case StreamMessage.Nothing nothing ->
                                    LOG.debug("trade_updates: passed over {}", nothing.text());
                        }
                    }
                }
            }
        }
    }

    private StreamMessage understood(String text, Listener listener) {
        Instant received = clock.instant();
        status =
                new StreamStatus(
                        status.state(),
                        status.since(),
                        received,
                        status.connects(),
                        status.trouble());
        try {
            return StreamWords.read(text, received);
        } catch (UnreadableException unreadable) {
            String why = "a message cannot be read: " + unreadable.getMessage();
            LOG.warn("trade_updates: {}", why);
            told(() -> listener.newsMayBeMissing(why));
            return new StreamMessage.Nothing(why);
        }
    }

    private void connected(Listener listener) {
        long connects = status.connects() + 1;
        status =
                new StreamStatus(
                        State.LISTENING,
                        clock.instant(),
                        status.heardAt(),
                        connects,
                        status.trouble());
        told(() -> listener.newsMayBeMissing("connection number " + connects));
    }

    private static void report(StreamMessage.Update update, String text, Listener listener) {
        Evidence evidence =
                new Evidence(Evidence.Source.STREAM, "trade_updates: " + update.event(), "", text);
        told(() ->
                listener.report(
                        new StreamedReport(
                                update.event(),
                                update.executionId(),
                                update.fill(),
                                update.correction(),
                                update.order(),
                                evidence)));
    }

    private void now(State state, String trouble) {
        Instant since = state == status.state() ? status.since() : clock.instant();
        status = new StreamStatus(state, since, status.heardAt(), status.connects(), trouble);
    }

    /** A listener that fails loses this one call; the sync that it is a hint for still comes. */
    private static void told(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failed) {
            LOG.error("trade_updates: the listener failed", failed);
        }
    }
}
