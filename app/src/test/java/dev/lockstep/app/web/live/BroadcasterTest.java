package dev.lockstep.app.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.FakeCommitHints;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcasterTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int BURST_ORDERS = 3_000;
    private static final int HINTED_ORDERS = 500;

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final SampleOrders sample = new SampleOrders();
    private final FakeCommitHints hints = new FakeCommitHints();
    private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();
    private final Broadcaster hub =
            new Broadcaster(
                    new OrderChangeEvent(repository),
                    List.of(),
                    new LiveReadWatch(new TestClock()),
                    new FeedWaits(hints, System::nanoTime),
                    this::pause,
                    Thread.ofPlatform().daemon().factory());

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void at_the_end_only_a_client_that_does_not_leave_is_disconnected() {
        AtomicInteger stuckCut = new AtomicInteger();
        AtomicInteger readingCut = new AtomicInteger();
        Listener stuck = hub.join(stuckCut::incrementAndGet).orElseThrow();
        Listener reading = hub.join(readingCut::incrementAndGet).orElseThrow();
        hub.leave(reading);

        hub.close();

        assertThat(stuck.ended()).isTrue();
        assertThat(stuckCut).hasValue(1);
        assertThat(readingCut).hasValue(0);
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_one_that_does_misses_nothing()
            throws InterruptedException {
        AtomicInteger slowCut = new AtomicInteger();
        AtomicInteger quickCut = new AtomicInteger();
        Listener slow = hub.join(slowCut::incrementAndGet).orElseThrow();
        Listener quick = hub.join(quickCut::incrementAndGet).orElseThrow();
        List<SseEvent> read = new ArrayList<>();

        for (int burst = 1; burst <= 3; burst++) {
            List<Order> orders = Stream.generate(sample::intent).limit(BURST_ORDERS).toList();
            repository.addAll(orders, Evidence.local("test"));
            while (read.size() < burst * BURST_ORDERS) {
                read.addAll(quick.next(BOUND));
            }
        }

        // It is cut off before it leaves the list.
        Eventually.within(BOUND, "the slow one is cut off", () -> hub.clients() == 1);
        assertThat(slowCut).hasValue(1);
        assertThat(slow.ended()).isTrue();
        assertThat(quickCut).hasValue(0);
        assertThat(read).hasSize(3 * BURST_ORDERS);
        assertThat(new String(read.getLast().bytes(), StandardCharsets.UTF_8))
                .startsWith("event: order\nid: 9000\n");
    }

    @Test
    void after_much_news_the_next_look_comes_later() {
        Listener listener = hub.join(() -> {}).orElseThrow();
        repository.addAll(
                Stream.generate(sample::intent).limit(BURST_ORDERS).toList(),
                Evidence.local("test"));

        Eventually.within(BOUND, "a pause that no hint ends", () -> !pauses.isEmpty());
        hub.leave(listener);
    }

    @Test
    void it_subscribes_to_hints_only_while_a_client_listens() {
        assertThat(hints.subscribers()).isZero();
        Listener listener = hub.join(() -> {}).orElseThrow();
        Eventually.within(BOUND, "a subscription", () -> hints.subscribers() == 1);

        hub.leave(listener);

        Eventually.within(BOUND, "its end", () -> hints.subscribers() == 0);
    }

    @Test
    void a_client_gets_each_event_once_whatever_hints_are_lost_repeated_or_without_a_commit()
            throws InterruptedException {
        Listener listener = hub.join(() -> {}).orElseThrow();
        for (int order = 0; order < HINTED_ORDERS; order++) {
            if (order % 2 == 0) {
                hints.committed();
            }
            repository.add(sample.intent(), Evidence.local("test"));
            if (order % 3 == 0) {
                hints.committed();
                hints.committed();
            }
            if (order % 7 == 0) {
                hints.lose();
            }
        }

        List<String> ids = new ArrayList<>();
        for (List<SseEvent> events = listener.next(BOUND);
                !events.isEmpty();
                events = ids.size() < HINTED_ORDERS ? listener.next(BOUND) : List.of()) {
            events.forEach(event -> ids.add(id(event)));
        }
        assertThat(ids)
                .isEqualTo(
                        IntStream.rangeClosed(1, HINTED_ORDERS)
                                .mapToObj(seq -> "id: " + seq)
                                .toList());
    }

    private static String id(SseEvent event) {
        return new String(event.bytes(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private void pause(Duration length) throws InterruptedException {
        pauses.add(length);
        Thread.sleep(1);
    }

    @Test
    void there_are_so_many_places_and_one_that_is_left_is_free() {
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < Broadcaster.MAX_CLIENTS; i++) {
            listeners.add(hub.join(() -> {}).orElseThrow());
        }

        assertThat(hub.join(() -> {})).isEmpty();
        hub.leave(listeners.getFirst());
        assertThat(hub.join(() -> {})).isPresent();
    }

    @Test
    void at_the_end_every_client_s_thread_comes_to_its_own() throws InterruptedException {
        Listener listener = hub.join(() -> {}).orElseThrow();
        hub.close();

        assertThat(listener.next(SHORT)).isNotEmpty();
        assertThat(listener.ended()).isTrue();
        assertThat(hub.join(() -> {})).isEmpty();
    }
}
