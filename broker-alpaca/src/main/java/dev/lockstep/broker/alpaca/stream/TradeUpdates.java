package dev.lockstep.broker.alpaca.stream;

import dev.lockstep.broker.alpaca.connection.Credentials;
import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.FrameSource.Frame;
import dev.lockstep.broker.alpaca.resilience.Sleeper;
import dev.lockstep.broker.alpaca.wire.StreamMapper;
import dev.lockstep.broker.alpaca.wire.StreamMessage;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.broker.StreamStatus.State;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Client of Alpaca's {@code trade_updates} stream: connects, authenticates, subscribes, forwards
 * events to the listener, and reconnects until interrupted.
 *
 * <p>Alpaca neither repeats nor numbers events. So the listener is notified of possibly missed
 * events as soon as the broker confirms the subscription; later events wait in the queue while the
 * listener reads the full state. Events that arrived meanwhile are handed over together.
 */
public final class TradeUpdates implements ExecutionReports {
    /** Timeout of each handshake step. */
    static final Duration HANDSHAKE_PATIENCE = Duration.ofSeconds(10);

    /** Poll timeout while subscribed. Silence is normal; a dead connection is detected by ping. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TradeUpdates.class);

    private final Supplier<FrameSource> connect;
    private final Credentials credentials;
    private final String refusedKeys;
    private final ReconnectWaits waits;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Sleeper pauses;
    private final AtomicBoolean listening = new AtomicBoolean();

    private volatile StreamStatus status;

    /**
     * Creates a disconnected stream.
     *
     * @param refusedKeys the message if the broker rejects the API key
     */
    public TradeUpdates(
            Supplier<FrameSource> connect,
            Credentials credentials,
            String refusedKeys,
            ReconnectWaits waits,
            RandomGenerator random,
            InstantSource clock,
            Sleeper pauses) {
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
            throw new IllegalStateException("already listening on another thread");
        }
        try {
            keepListening(new ArrivedReports(listener));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            setState(State.STOPPED, "");
            listening.set(false);
        }
    }

    /**
     * Reconnects until interrupted. A connection that subscribed successfully resets the backoff.
     */
    private void keepListening(ArrivedReports reports) throws InterruptedException {
        for (int failures = 0; ; failures++) {
            long connectsBefore = status.connects();
            setState(State.CONNECTING, status.trouble());
            String why = session(reports);
            LOG.warn("trade_updates: {}", why);
            setState(State.CONNECTING, why);
            if (status.connects() > connectsBefore) {
                failures = 0;
                reports.disconnected(why);
            }
            pauses.pause(waits.after(failures, random));
        }
    }

    /** Runs one connection until it ends; returns the reason. */
    private String session(ArrivedReports reports) throws InterruptedException {
        try (FrameSource frames = connect.get()) {
            boolean subscribed = false;
            while (true) {
                boolean allArrived = reports.isEmpty();
                Frame frame = frames.next(allArrived ? patience(subscribed) : Duration.ZERO);
                switch (frame) {
                    case null -> {
                        reports.handOver();
                        if (allArrived && !subscribed) {
                            return "the handshake was not answered within the timeout";
                        }
                    }
                    case Frame.Ended ended -> {
                        reports.handOver();
                        return ended.why();
                    }
                    case Frame.Opened _ ->
                            frames.send(
                                    StreamMapper.authenticate(
                                            credentials.keyId(), credentials.secret()));
                    case Frame.Message(String received) -> {
                        String text = credentials.redacted(received);
                        switch (parse(text, reports)) {
                            case StreamMessage.Authorization(boolean granted) -> {
                                if (!granted) {
                                    return refusedKeys;
                                }
                                frames.send(StreamMapper.listen());
                            }
                            case StreamMessage.Listening(boolean ofOrders) -> {
                                if (!ofOrders) {
                                    return "the broker did not confirm the subscription to order events";
                                }
                                subscribed = true;
                                connected(reports);
                            }
                            case StreamMessage.Update update -> reports.add(report(update, text));
                            case StreamMessage.Nothing nothing ->
                                    LOG.debug("trade_updates: ignored {}", nothing.text());
                        }
                    }
                }
            }
        }
    }

    private static Duration patience(boolean subscribed) {
        return subscribed ? SILENCE : HANDSHAKE_PATIENCE;
    }

    private StreamMessage parse(String text, ArrivedReports reports) {
        Instant received = clock.instant();
        status =
                new StreamStatus(
                        status.state(),
                        status.since(),
                        received,
                        status.connects(),
                        status.trouble());
        try {
            return StreamMapper.read(text, received);
        } catch (UnreadableException unreadable) {
            String why = "a message cannot be read: " + unreadable.getMessage();
            LOG.warn("trade_updates: {}", why);
            reports.eventsMayBeMissing(why);
            return new StreamMessage.Nothing(why);
        }
    }

    private void connected(ArrivedReports reports) {
        long connects = status.connects() + 1;
        status =
                new StreamStatus(
                        State.LISTENING,
                        clock.instant(),
                        status.lastMessageAt(),
                        connects,
                        status.trouble());
        reports.eventsMayBeMissing("connection number " + connects);
    }

    private static StreamedReport report(StreamMessage.Update update, String text) {
        return new StreamedReport(
                update.event(),
                update.executionId(),
                update.fill(),
                update.correction(),
                update.order(),
                new Evidence(Evidence.Source.STREAM, "trade_updates: " + update.event(), "", text));
    }

    private void setState(State state, String trouble) {
        Instant since = state == status.state() ? status.since() : clock.instant();
        status = new StreamStatus(state, since, status.lastMessageAt(), status.connects(), trouble);
    }
}
