package dev.lockstep.app.prove.fuzz.parser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

/** Gives events with mistakes to the listener of the broker's stream. */
final class StreamTarget implements FuzzTarget {
    private static final String AUTHORIZED =
            """
            {"stream":"authorization","data":{"status":"authorized","action":"authenticate"}}\
            """;

    private static final String LISTENING =
            """
            {"stream":"listening","data":{"streams":["trade_updates"]}}\
            """;

    private static final String AFTER = "after the subscription";
    private static final String BEFORE = "before the subscription";

    /** One event in this number arrives before the subscription. */
    private static final int ONE_IN_BEFORE = 10;

    private final FuzzClock clock = new FuzzClock();
    private final Script script = new Script();
    private final Alpaca venue =
            VenueClient.open(
                    script,
                    clock,
                    _ -> {
                        throw new InterruptedException("one connection is enough");
                    });
    private final List<JsonNode> samples = new ArrayList<>();
    private final Counter counter = new Counter();

    StreamTarget() {
        List<String> updates = new FuzzExchange(clock).updates();
        updates.forEach(update -> samples.add(Samples.json(update)));
        samples.add(Samples.json(corrected(samples.getFirst().at("/data/order"))));
        samples.add(Samples.json(AUTHORIZED));
        samples.add(Samples.json(LISTENING));
    }

    /** Returns an event that the simulated exchange does not send. */
    private static String corrected(JsonNode order) {
        return """
        {"stream":"trade_updates","data":{"event":"trade_correct",\
        "execution_id":"61e69015-8549-4bfd-b9c3-01e75843f47d",\
        "previous_execution_id":"61e69015-8549-4bfd-b9c3-01e75843f47e",\
        "qty":"1","price":"2.5","timestamp":"2026-01-05T15:04:05Z","order":%s}}\
        """
                .formatted(order);
    }

    @Override
    public FuzzInput input(SplittableRandom random) {
        JsonNode sample = samples.get(random.nextInt(samples.size()));
        return new FuzzInput(
                random.nextInt(ONE_IN_BEFORE) == 0 ? BEFORE : AFTER,
                ByteMutator.seldom(JsonMutator.text(sample, random), random));
    }

    @Override
    public boolean accepts(FuzzInput input) {
        script.frames.add(new FrameSource.Frame.Opened());
        if (input.entry().equals(AFTER)) {
            script.frames.add(new FrameSource.Frame.Message(AUTHORIZED));
            script.frames.add(new FrameSource.Frame.Message(LISTENING));
        }
        script.frames.add(new FrameSource.Frame.Message(input.text()));
        int before = counter.reports;
        venue.executionReports().listen(counter);
        // The pause before a second connection has interrupted the listener, and so this thread.
        boolean _ = Thread.interrupted();
        script.frames.clear();
        return counter.reports > before;
    }

    @Override
    public void close() {
        venue.close();
    }

    /** The connection to the broker, on which the frames arrive. */
    private static final class Script implements InProcessLink, FrameSource {
        private final Queue<Frame> frames = new ArrayDeque<>();

        @Override
        public Received exchange(Sent request) {
            throw new UnsupportedOperationException("only the stream is read");
        }

        @Override
        public FrameSource stream() {
            return this;
        }

        @Override
        public void send(String text) {}

        @Override
        public Frame next(Duration patience) {
            return frames.isEmpty() ? new Frame.Ended("the script ended") : frames.remove();
        }

        @Override
        public void close() {}
    }

    /** Counts the reports of which the listener hears. */
    private static final class Counter implements ExecutionReports.Listener {
        private int reports;

        @Override
        public void eventsMayBeMissing(String why) {}

        @Override
        public void reports(List<StreamedReport> arrived) {
            reports += arrived.size();
        }

        @Override
        public void disconnected(String why) {}
    }
}
