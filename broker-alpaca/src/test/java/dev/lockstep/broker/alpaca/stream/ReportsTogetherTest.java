package dev.lockstep.broker.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.broker.alpaca.connection.Credentials;
import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Events that have arrived reach the listener together, in order, and none takes others with it.
 */
class ReportsTogetherTest {
    private static final String AUTHORIZED =
            "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\"}}";
    private static final String LISTENING =
            "{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}";
    private static final int MOST = ExecutionReports.MAX_REPORTS_AT_ONCE;

    private final Recorder recorder = new Recorder();

    @AfterEach
    void forgetTheInterrupt() {
        boolean _ = Thread.interrupted();
    }

    @Test
    void a_backlog_is_handed_over_in_as_few_calls_as_the_bound_allows() {
        listen(Collections.nCopies(2 * MOST + 1, event("new")));

        assertThat(recorder.calls)
                .containsExactly(
                        "gap",
                        MOST + " reports of new",
                        MOST + " reports of new",
                        "1 reports of new",
                        "disconnected");
    }

    @Test
    void what_has_arrived_does_not_wait_for_more() {
        listen(List.of(event("new"), event("fill"), Scripted.NOTHING_YET, event("canceled")));

        assertThat(recorder.calls)
                .containsExactly(
                        "gap", "2 reports of new, fill", "1 reports of canceled", "disconnected");
    }

    @Test
    void events_before_a_gap_are_handed_over_before_it() {
        listen(List.of(event("new"), "{\"stream\":\"trade_upd", event("fill")));

        assertThat(recorder.calls)
                .containsExactly(
                        "gap", "1 reports of new", "gap", "1 reports of fill", "disconnected");
    }

    @Test
    void if_reports_fail_together_each_is_handed_over_on_its_own() {
        recorder.failsFor = "fill";

        listen(List.of(event("new"), event("fill"), event("canceled")));

        assertThat(recorder.calls)
                .containsExactly(
                        "gap",
                        "3 reports of new, fill, canceled",
                        "1 reports of new",
                        "1 reports of fill",
                        "1 reports of canceled",
                        "disconnected");
    }

    private void listen(List<String> messages) {
        List<String> all =
                Stream.concat(Stream.of(AUTHORIZED, LISTENING), messages.stream()).toList();
        new TradeUpdates(
                        () -> new Scripted(all),
                        new Credentials("key", "secret"),
                        "refused",
                        ReconnectWaits.defaults(),
                        new SplittableRandom(1),
                        InstantSource.system(),
                        _ -> {
                            throw new InterruptedException("one connection is enough");
                        })
                .listen(recorder);
    }

    private static String event(String event) {
        return """
        {"stream":"trade_updates","data":{"event":"%s","order":
        {"id":"61e69015-8549-4bfd-b9c3-01e75843f47d","client_order_id":"mine","symbol":"AAPL",
         "asset_class":"us_equity","side":"buy","qty":"10","notional":null,"filled_qty":"0",
         "filled_avg_price":null,"status":"new","legs":null,"created_at":"2026-01-05T14:30:01Z",
         "submitted_at":"2026-01-05T14:30:01Z","updated_at":"2026-01-05T14:30:02Z"}}}
        """
                .formatted(event);
    }

    /** A connection on which everything has arrived before it is read. */
    private static final class Scripted implements FrameSource {
        /** Stands for a moment in which no more has arrived. */
        static final String NOTHING_YET = "";

        private final Queue<String> messages;

        Scripted(List<String> messages) {
            this.messages = new ArrayDeque<>(messages);
        }

        @Override
        public void send(String text) {}

        @Override
        public @Nullable Frame next(Duration patience) {
            String message = messages.poll();
            if (message == null) {
                return new Frame.Ended("the script ended");
            }
            return message.equals(NOTHING_YET) ? null : new Frame.Message(message);
        }

        @Override
        public void close() {}
    }

    private static final class Recorder implements ExecutionReports.Listener {
        private final List<String> calls = new ArrayList<>();
        private String failsFor = "none";

        @Override
        public void eventsMayBeMissing(String why) {
            calls.add("gap");
        }

        @Override
        public void reports(List<StreamedReport> reports) {
            List<String> events = reports.stream().map(StreamedReport::event).toList();
            calls.add(
                    reports.size()
                            + " reports of "
                            + String.join(", ", events.stream().distinct().toList()));
            if (events.contains(failsFor)) {
                throw new IllegalStateException("a listener that fails");
            }
        }

        @Override
        public void disconnected(String why) {
            calls.add("disconnected");
        }
    }
}
