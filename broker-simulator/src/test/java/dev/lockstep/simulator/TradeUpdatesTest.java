package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TradeUpdatesTest {
    private static final String BUY =
            "'symbol':'AAPL','qty':'10','side':'buy','type':'market','time_in_force':'day'";

    private static final int MORE_ORDERS_THAN_ARE_HELD = 400;

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorConfig.defaults().withRequestsPerMinute(0));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_frame_that_is_not_message_pack_is_invalid_syntax() {
        try (StreamClient stream = StreamClient.inMessagePack(simulator)) {
            stream.bytes(new byte[] {(byte) 0xc1, (byte) 0xff, 0});
            assertThat(stream.next().at("/data/error_message").asText())
                    .isEqualTo("invalid syntax");
        }
    }

    @Test
    void the_stream_reports_an_order_from_pending_to_filled() {
        try (StreamClient stream = StreamClient.listening(simulator)) {
            String id = client.submit(BUY).text("id");
            JsonNode pending = stream.next().get("data");
            assertThat(pending.get("event").asText()).isEqualTo("pending_new");
            assertThat(pending.get("execution_id").isNull()).isTrue();
            assertThat(stream.nextEvent()).isEqualTo("new");
            JsonNode fill = stream.next().get("data");
            assertThat(fill.get("event").asText()).isEqualTo("fill");
            assertThat(fill.get("qty").asText()).isEqualTo("10");
            assertThat(fill.get("position_qty").asText()).isEqualTo("10");
            assertThat(fill.at("/order/id").asText()).isEqualTo(id);
            assertThat(fill.at("/order/status").asText()).isEqualTo("filled");
        }
    }

    @Test
    void both_forms_of_authentication_and_both_kinds_of_frames_are_accepted() throws IOException {
        try (StreamClient stream = new StreamClient(simulator)) {
            stream.binary("{'action':'auth','key':'SIM-KEY','secret':'SIM-SECRET'}");
            assertThat(stream.next().at("/data/status").asText()).isEqualTo("authorized");
        }
    }

    @Test
    void a_handshake_may_request_message_pack_in_both_directions() throws IOException {
        try (StreamClient stream = StreamClient.inMessagePack(simulator)) {
            stream.binary("{'action':'auth','key':'SIM-KEY','secret':'SIM-SECRET'}");
            assertThat(stream.next().at("/data/status").asText()).isEqualTo("authorized");
            stream.text("{'action':'listen','data':{'streams':['trade_updates']}}");
            assertThat(stream.next().at("/data/streams/0").asText()).isEqualTo("trade_updates");
            client.submit(BUY);
            assertThat(stream.nextEvent()).isEqualTo("pending_new");
            assertThat(stream.nextEvent()).isEqualTo("new");
            assertThat(stream.next().at("/data/order/filled_qty").asText()).isEqualTo("10");
            stream.text("{'action':'?'}");
            assertThat(stream.next().at("/data/error_message").asText())
                    .isEqualTo("invalid action");
        }
    }

    @Test
    void a_wrong_key_is_reported_and_the_stream_closes() {
        try (StreamClient stream = new StreamClient(simulator)) {
            stream.text("{'action':'authenticate','data':{'key_id':'SIM-KEY','secret_key':'no'}}");
            assertThat(stream.next().at("/data/status").asText()).isEqualTo("unauthorized");
            assertThat(stream.next().asText()).isEqualTo("closed");
        }
    }

    @Test
    void listening_before_authentication_is_unauthorized() {
        try (StreamClient stream = new StreamClient(simulator)) {
            stream.text("{'action':'listen','data':{'streams':['trade_updates']}}");
            JsonNode answer = stream.next().get("data");
            assertThat(answer.get("status").asText()).isEqualTo("unauthorized");
            assertThat(answer.get("action").asText()).isEqualTo("listen");
        }
    }

    @Test
    void the_last_subscription_replaces_the_previous_one() {
        try (StreamClient stream = StreamClient.listening(simulator)) {
            stream.text("{'action':'listen','data':{'streams':[]}}");
            assertThat(stream.next().at("/data/streams")).isEmpty();
            client.submit(BUY);
            stream.text(
                    "{'action':'listen','data':{'streams':['trade_updates','trade_updates',"
                            + "'unheard_of']}}");
            assertThat(stream.next().at("/data/streams")).hasSize(1);
            client.submit(BUY);
            assertThat(stream.nextEvent()).isEqualTo("pending_new");
        }
    }

    @Test
    void a_second_stream_of_an_account_is_rejected_at_the_handshake() {
        try (StreamClient first = StreamClient.listening(simulator)) {
            assertThatThrownBy(() -> new StreamClient(simulator))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class)
                    .cause()
                    .satisfies(cause ->
                            assertThat(
                                            ((WebSocketHandshakeException) cause)
                                                    .getResponse()
                                                    .statusCode())
                                    .isEqualTo(429));
            client.submit(BUY);
            assertThat(first.nextEvent()).isEqualTo("pending_new");
        }
    }

    @Test
    void events_are_duplicated_lost_late_and_cut_off_as_planned() {
        try (StreamClient stream = StreamClient.listening(simulator)) {
            faults("{'target':'STREAM fill','fault':'duplicate','nth':1}");
            client.submit(BUY);
            assertThat(stream.nextEvent()).isEqualTo("pending_new");
            assertThat(stream.nextEvent()).isEqualTo("new");
            assertThat(stream.next()).isEqualTo(stream.next());

            faults(
                    "{'target':'STREAM new','fault':'late','nth':1},"
                            + "{'target':'STREAM pending_new','fault':'lose','nth':1}");
            client.submit(BUY);
            assertThat(stream.nextEvent()).isEqualTo("fill");
            assertThat(stream.nextEvent()).isEqualTo("new");

            faults("{'target':'STREAM fill','fault':'cut','nth':1}");
            client.submit(BUY);
            // Events in transit when the stream was cut may be lost too.
            JsonNode last = stream.next();
            while (!last.isTextual()) {
                assertThat(last.at("/data/event").asText()).isNotEqualTo("fill");
                last = stream.next();
            }
            assertThat(last.asText()).isEqualTo("closed");
        }
        assertThat(simulator.orders()).hasSize(3).allMatch(o -> o.status().equals("filled"));
    }

    @Test
    void a_severed_stream_ends_without_a_close_frame() {
        try (StreamClient stream = StreamClient.listening(simulator)) {
            faults("{'target':'STREAM fill','fault':'sever','nth':1}");
            client.submit(BUY);
            JsonNode last = stream.next();
            while (!last.isTextual()) {
                assertThat(last.at("/data/event").asText()).isNotEqualTo("fill");
                last = stream.next();
            }
            assertThat(last.asText()).isEqualTo("broken");
        }
        try (StreamClient again = StreamClient.reconnected(simulator)) {
            client.submit(BUY);
            assertThat(again.nextEvent()).isEqualTo("pending_new");
        }
    }

    @Test
    void delayed_events_beyond_the_limit_are_sent() {
        try (StreamClient stream = StreamClient.listening(simulator)) {
            faults("{'target':'STREAM *','fault':'late','events':1000}");
            for (int order = 0; order < MORE_ORDERS_THAN_ARE_HELD; order++) {
                client.submit(BUY.replace("'10'", "'1'").replace("AAPL", "F"));
            }
            assertThat(stream.nextEvent()).isEqualTo("pending_new");
            assertThat(stream.nextEvent()).isEqualTo("new");
        }
    }

    private void faults(String rules) {
        Client.Reply reply =
                client.send(
                        "PUT",
                        "/sim/faults",
                        "{'rules':[".replace('\'', '"') + rules.replace('\'', '"') + "]}");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
    }
}
