package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.gateway.alpaca.stream.TradeUpdate;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster;
import dev.lockstep.gateway.alpaca.stream.UpdateReader;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of one platform show the orders of another one on the same PostgreSQL database. */
@Tag("slow")
@Timeout(240)
class OrdersOfAnotherMachineTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int ORDERS = 5;
    private static final String END_LISTENING =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'lockstep-hints'";

    @TempDir private Path first;
    @TempDir private Path second;

    private final PostgresServer server = PostgresServers.shared();
    private final PostgresAddress store = server.newSchema();
    private ServedPlatform here;
    private ServedPlatform other;

    @BeforeEach
    void open() {
        here = new ServedPlatform(ServedPlatform.Setup.in(first).withStore(store));
        other =
                new ServedPlatform(
                        ServedPlatform.Setup.in(second).withStore(store), here.simulator());
    }

    @AfterEach
    void close() {
        here.close();
        other.close();
    }

    @Test
    void live_events_show_each_also_when_the_connection_for_hints_was_ended() {
        try (EventReader reader = here.listen()) {
            List<Long> positions = new ArrayList<>();
            for (int order = 0; order < ORDERS; order++) {
                positions.add(seen(reader, submitted()));
                if (order % 2 == 0) {
                    server.execute("postgres", END_LISTENING);
                }
            }
            assertThat(positions).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void trade_updates_of_the_gateway_have_each_event_once() {
        Queue<TradeUpdate> updates = new ConcurrentLinkedQueue<>();
        try (UpdateBroadcaster gateway = gateway()) {
            assertThat(gateway.join(updates::add)).isTrue();
            List<String> ids = new ArrayList<>();
            for (int order = 0; order < ORDERS; order++) {
                ids.add(submitted());
                if (order % 2 == 0) {
                    server.execute("postgres", END_LISTENING);
                }
            }
            Eventually.within(
                    BOUND, "an update of each order", () -> ordersOf(updates).containsAll(ids));
        }
        assertThat(updates).doesNotHaveDuplicates();
    }

    private UpdateBroadcaster gateway() {
        var useCases = here.tradingPlatform().storeUseCases();
        return new UpdateBroadcaster(
                new UpdateReader(useCases.repository(), useCases.feed(), useCases.fills()),
                useCases.feedWaits(),
                Thread::sleep,
                Thread.ofPlatform().daemon().factory());
    }

    /** Returns the position of the event that shows that the broker has accepted the order. */
    private static long seen(EventReader reader, String id) {
        EventReader.Event event =
                reader.next(each ->
                        each.name().equals("order")
                                && each.json().at("/order/id").asText().equals(id)
                                && each.json().at("/order/status").asText().equals("accepted"));
        return Long.parseLong(event.id());
    }

    private static List<String> ordersOf(Queue<TradeUpdate> updates) {
        return updates.stream().map(update -> update.order().id().value()).toList();
    }

    private String submitted() {
        return other.order(
                        """
                        {"symbol":"MSFT","side":"buy","qty":"1","type":"limit",
                        "limitPrice":"1"}\
                        """)
                .json()
                .at("/order/id")
                .asText();
    }
}
