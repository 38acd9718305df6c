package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.web.EventReader.Event;
import dev.lockstep.app.web.live.Broadcaster;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Live events over HTTP, as a browser reads them. */
@Timeout(60)
@Tag("slow")
class LiveEventsTest {
    @TempDir private Path home;

    private ServedPlatform served;

    @BeforeEach
    void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void a_client_is_greeted_and_told_of_orders_in_their_sequence_and_of_nothing_for_a_while() {
        try (EventReader reader = served.listen()) {
            assertThat(reader.next("status").json().path("mode").asText()).isEqualTo("sim");
            assertThat(reader.next("risk").json().path("state").asText()).isEqualTo("active");
            List<Long> places = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String id = sent();
                Event event =
                        reader.next(each ->
                                each.name().equals("order")
                                        && each.json().at("/order/id").asText().equals(id)
                                        && each.json()
                                                .at("/order/status")
                                                .asText()
                                                .equals("accepted"));
                assertThat(event.json().path("seq").asText()).isEqualTo(event.id());
                places.add(Long.parseLong(event.id()));
            }
            assertThat(places).isSorted().doesNotHaveDuplicates();
            assertThat(reader.next(":").data()).isEmpty();
        }
    }

    @Test
    void who_comes_back_is_told_what_it_missed_and_no_more_also_by_the_next_process() {
        String first = sent();
        String known = String.valueOf(served.tradingPlatform().display().feed().last());
        String missed = sent();

        try (EventReader reader = served.listen("Last-Event-ID", known)) {
            assertThat(reader.next("order").json().at("/order/id").asText()).isEqualTo(missed);
        }
        served.restart();
        try (EventReader reader = served.listen("Last-Event-ID", known)) {
            Event event = reader.next(each -> !each.name().equals(":"));
            assertThat(event.name()).isEqualTo("order");
            assertThat(event.json().at("/order/id").asText()).isEqualTo(missed).isNotEqualTo(first);
            assertThat(Long.parseLong(event.id())).isGreaterThan(Long.parseLong(known));
        }
    }

    @Test
    void who_was_away_too_long_or_knows_what_never_was_is_told_to_begin_anew() {
        SampleOrders sample = new SampleOrders();
        List<Order> many = Stream.generate(sample::intent).limit(4_001).toList();
        served.tradingPlatform().repository().addAll(many, Evidence.local("test"));

        for (String known : List.of("0", "999999999")) {
            try (EventReader reader = served.listen("Last-Event-ID", known)) {
                Event event = reader.next(each -> !each.name().equals(":"));
                assertThat(event.name()).isEqualTo("reset");
                assertThat(event.id()).isEqualTo("4001");
            }
        }
        try (EventReader reader = served.listen("Last-Event-ID", "1")) {
            assertThat(reader.next("order").id()).isEqualTo("2");
        }
    }

    @Test
    void no_more_clients_can_listen_than_can_be_served() {
        List<EventReader> readers = new ArrayList<>();
        for (int i = 0; i < Broadcaster.MAX_CLIENTS; i++) {
            readers.add(served.listen());
        }
        assertThat(readers).extracting(EventReader::status).containsOnly(200);
        assertThat(served.get("/metrics").text()).contains("lockstep_events_listeners 128.0");

        ServedPlatform.Reply refused = served.get("/api/v1/events");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("code").asText()).isEqualTo("clients");
        readers.forEach(EventReader::close);
    }

    @Test
    void an_id_that_is_none_is_refused() {
        ServedPlatform.Reply refused = served.get("/api/v1/events?after=x");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("after");
    }

    private String sent() {
        return served.order(
                        """
                        {"symbol":"MSFT","side":"buy","qty":"1","type":"limit",
                        "limitPrice":"1"}\
                        """)
                .json()
                .at("/order/id")
                .asText();
    }
}
