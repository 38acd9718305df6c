package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.inject.Injector;
import dev.lockstep.broker.alpaca.stream.ReconnectWaits;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.StreamStatus.State;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Order events reach the listener; irrelevant and malformed messages cause no failure. */
@Tag("slow")
final class TradeUpdatesTest {
    private static final ReconnectWaits SHORT =
            new ReconnectWaits(Duration.ofMillis(5), Duration.ofMillis(20));

    private static final String EXECUTION = "11111111-8549-4bfd-b9c3-01e75843f47d";

    private final Venue venue;
    private final ExecutionReports stream;
    private final Order order = new SampleOrders().intent();

    TradeUpdatesTest() throws IOException {
        venue = new Venue();
        stream = Brokers.port(venue.config().with(SHORT), ExecutionReports.class);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void the_simulator_streams_an_order_from_new_to_filled() {
        try (Simulator simulator = Simulator.start(SimulatorConfig.defaults())) {
            AlpacaConfig config =
                    AlpacaConfig.at(
                            simulator.uri(),
                            SimulatorConfig.DEFAULT_KEY.id(),
                            new ApiSecret(SimulatorConfig.DEFAULT_KEY.secret()));
            try (Ear ear = new Ear(Brokers.port(config, ExecutionReports.class))) {
                ear.await("a connection", () -> !ear.gaps().isEmpty());

                Brokers.open(config).submit(order, SendGuard.ALWAYS);

                ear.await("the fill", () -> ear.reports().stream().anyMatch(this::filled));
            }
        }
    }

    @Test
    void a_trade_bust_is_streamed_and_listed_with_the_busted_execution() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorConfig.defaults())) {
            Injector ports =
                    Brokers.ports(
                            AlpacaConfig.at(
                                    simulator.uri(),
                                    SimulatorConfig.DEFAULT_KEY.id(),
                                    new ApiSecret(SimulatorConfig.DEFAULT_KEY.secret())));
            try (Ear ear = new Ear(ports.getInstance(ExecutionReports.class))) {
                ear.await("a connection", () -> !ear.gaps().isEmpty());
                ports.getInstance(Broker.class).submit(order, SendGuard.ALWAYS);
                ear.await("the fill", () -> ear.reports().stream().anyMatch(this::filled));
                StreamedReport fill = ear.reports().getLast();

                Brokers.post(
                        simulator.uri().resolve("/sim/trade-bust"),
                        "{\"order_id\":\"" + fill.order().brokerOrderId() + "\"}");

                ear.await("the bust", () -> ear.reports().getLast().takesBack());
                StreamedReport bust = ear.reports().getLast();
                assertThat(bust.event()).isEqualTo("trade_bust");
                assertThat(bust.order().cumQty()).isEqualTo(Quantity.ZERO);
                assertThat(bust.correction())
                        .isNotNull()
                        .satisfies(correction -> {
                            assertThat(correction.bust()).isTrue();
                            assertThat(correction.corrected()).isEqualTo(fill.executionId());
                        });
                assertThat(ports.getInstance(AccountHistory.class).fillsSince(Instant.EPOCH))
                        .isInstanceOfSatisfying(
                                FetchResult.Complete.class,
                                complete ->
                                        assertThat(
                                                        ((ListedExecutions) complete.value())
                                                                .corrections())
                                                .extracting(FillCorrection::id)
                                                .containsExactly(bust.executionId()));
            }
        }
    }

    @Test
    void a_bust_without_an_execution_id_is_still_reported() {
        connections(List.of(update("trade_bust", "canceled")));

        try (Ear ear = new Ear(stream)) {
            ear.await("a report", () -> ear.reports().size() == 1);

            assertThat(ear.reports().getFirst().takesBack()).isTrue();
            assertThat(ear.reports().getFirst().correction()).isNull();
        }
    }

    @Test
    void binary_and_text_frames_are_both_parsed() {
        connections(List.of(update("new", "new"), "binary:" + update("fill", "filled")));

        try (Ear ear = new Ear(stream)) {
            ear.await("two reports", () -> ear.reports().size() == 2);

            assertThat(ear.reports())
                    .extracting(StreamedReport::event)
                    .containsExactly("new", "fill");
            Evidence evidence = ear.reports().getFirst().evidence();
            assertThat(evidence.source()).isEqualTo(Evidence.Source.STREAM);
            assertThat(evidence.payload()).contains("61e69015");
            assertThat(stream.status().state()).isEqualTo(State.LISTENING);
        }
    }

    @Test
    void irrelevant_messages_are_ignored_and_unreadable_ones_are_reported_as_gaps() {
        connections(
                List.of(
                        "{\"stream\":\"trade_updates\",\"data\":null}",
                        "{\"action\":\"error\",\"data\":{\"error_message\":\"x\"}}",
                        "{\"stream\":\"weather\",\"data\":{}}",
                        "{}",
                        "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"new\",\"order\":{\"id\":\"00000000-8549-4bfd-b9c3-01e75843f47d\",\"symbol\":\"\",\"side\":\"\"}}}",
                        "{\"stream\":\"trade_upd",
                        update("new", "new")
                                .replace("61e69015-8549-4bfd-b9c3-01e75843f47d", "true"),
                        update("trip", "new"),
                        update("fill", "filled"),
                        update("fill", "filled")));

        try (Ear ear = new Ear(stream)) {
            ear.await("three reports", () -> ear.reports().size() == 3);

            assertThat(ear.gaps()).hasSize(3);
            assertThat(ear.gaps().subList(1, 3))
                    .allSatisfy(gap -> assertThat(gap).contains("cannot be read"));
        }
    }

    @Test
    void a_report_contains_its_execution_or_null_if_unreadable() {
        connections(
                List.of(
                        execution("\"price\":189.50,\"qty\":\"4\""),
                        execution("\"price\":\"much\",\"qty\":\"4\""),
                        execution("\"qty\":\"4\"").replace("\"" + EXECUTION + "\"", "null"),
                        update("new", "new")));

        try (Ear ear = new Ear(stream)) {
            ear.await("four reports", () -> ear.reports().size() == 4);

            assertThat(ear.reports().getFirst().fill())
                    .isEqualTo(
                            new Fill(
                                    new ExecutionId(EXECUTION),
                                    new BrokerOrderId("61e69015-8549-4bfd-b9c3-01e75843f47d"),
                                    order.terms().symbol(),
                                    order.terms().side(),
                                    Quantity.of("4"),
                                    Price.of("189.5"),
                                    Quantity.of("4"),
                                    Quantity.of("6"),
                                    Instant.parse("2026-01-05T14:30:03Z")));
            assertThat(ear.reports().subList(1, 4))
                    .allSatisfy(report -> assertThat(report.fill()).isNull());
            assertThat(ear.reports().get(2).executionId()).isNull();
            assertThat(ear.gaps()).hasSize(1);
        }
    }

    @Test
    void each_new_connection_reports_possibly_missed_events() {
        connections(
                List.of(update("new", "new"), "close"),
                List.of("close"),
                List.of(update("fill", "filled")));

        try (Ear ear = new Ear(stream)) {
            ear.await("two reports", () -> ear.reports().size() == 2);

            assertThat(ear.gaps()).hasSize(3);
            assertThat(ear.disconnects()).hasSize(2);
            assertThat(stream.status().connects()).isEqualTo(3);
        }
    }

    @Test
    void a_refused_handshake_is_retried() {
        venue.answers(429, Venue.error("connection limit exceeded"));
        venue.answers(503, "");
        connections(List.of(update("new", "new")));

        try (Ear ear = new Ear(stream)) {
            ear.await("a report", () -> ear.reports().size() == 1);

            assertThat(ear.disconnects()).isEmpty();
            assertThat(stream.status().trouble()).contains("503");
        }
    }

    @Test
    void rejected_keys_are_reported_and_retried() {
        venue.server().enqueue(upgrade(new Script(false, List.of())));
        connections(List.of());

        try (Ear ear = new Ear(stream)) {
            ear.await("a connection", () -> !ear.gaps().isEmpty());

            assertThat(stream.status().trouble())
                    .contains("does not accept the keys", "not valid for SIM");
        }
        assertThat(stream.status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void only_one_thread_may_listen() {
        connections(List.of());

        try (Ear ear = new Ear(stream)) {
            ear.await("a connection", () -> !ear.gaps().isEmpty());

            assertThatIllegalStateException().isThrownBy(() -> stream.listen(ear));
        }
    }

    private boolean filled(StreamedReport report) {
        return report.order().isOf(order)
                && report.order().status() instanceof ReportedStatus.Known known
                && known.status() == OrderStatus.FILLED;
    }

    private String execution(String fields) {
        return update("partial_fill", "partially_filled")
                .replace("\"filled_qty\":\"0\"", "\"filled_qty\":\"4\"")
                .replace(
                        "\"event\"",
                        fields + ",\"timestamp\":\"2026-01-05T09:30:03-05:00\",\"event\"");
    }

    private String update(String event, String status) {
        return "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"%s\",\"execution_id\":\"%s\",\"order\":%s}}"
                .formatted(event, EXECUTION, Venue.orderJson(order, status));
    }

    @SafeVarargs
    private void connections(List<String>... scripts) {
        for (List<String> script : scripts) {
            venue.server().enqueue(upgrade(new Script(true, script)));
        }
    }

    private static MockResponse upgrade(Script script) {
        return new MockResponse.Builder().webSocketUpgrade(script).build();
    }

    /** The broker's side of a connection. */
    private static final class Script extends WebSocketListener {
        private final boolean grants;
        private final List<String> messages;

        Script(boolean grants, List<String> messages) {
            this.grants = grants;
            this.messages = messages;
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            if (text.contains("authenticate")) {
                assertThat(text).contains(Venue.KEY_ID, Venue.SECRET);
                socket.send(
                        "{\"stream\":\"authorization\",\"data\":{\"status\":\"%s\"}}"
                                .formatted(grants ? "authorized" : "unauthorized"));
            } else {
                socket.send(
                        ByteString.encodeUtf8(
                                "{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}"));
                messages.forEach(message -> send(socket, message));
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }

        private static void send(WebSocket socket, String message) {
            if (message.equals("close")) {
                socket.close(1_001, "going away");
            } else if (message.startsWith("binary:")) {
                socket.send(ByteString.encodeUtf8(message.substring("binary:".length())));
            } else {
                socket.send(message);
            }
        }
    }
}
