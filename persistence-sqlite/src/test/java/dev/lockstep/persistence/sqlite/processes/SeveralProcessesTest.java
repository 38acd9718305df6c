package dev.lockstep.persistence.sqlite.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs on one file: no lock errors, no starvation, no lost writes. */
@Tag("slow")
class SeveralProcessesTest {
    private static final int PROCESSES = 8;
    private static final int ENOUGH_LINES = 100;
    private static final int ROUNDS = 1_000;
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final Counting counting = new Counting();
    private final List<PeerProcess> peers = new ArrayList<>();
    @TempDir private Path folder;
    private Path file;
    private Injector injector;
    private OrderRepository repository;

    @BeforeEach
    void open() {
        file = folder.resolve("orders.db");
        injector = Peer.open(file);
        repository = injector.getInstance(OrderRepository.class);
    }

    @AfterEach
    void close() {
        peers.forEach(PeerProcess::close);
        injector.getInstance(SqliteStore.class).close();
    }

    @Test
    void eight_processes_lose_no_write_and_none_starves() throws Exception {
        List<Order> shared = List.of(counting.intent(), counting.intent());
        repository.addAll(shared, EVIDENCE);
        String[] ids = shared.stream().map(order -> order.id().value()).toArray(String[]::new);
        for (int i = 0; i < PROCESSES; i++) {
            peers.add(PeerProcess.start(file, "trade", ids));
        }
        begin();
        Eventually.within(
                PeerProcess.BOUND,
                "progress of every process",
                () -> peers.stream().allMatch(peer -> peer.lines() > ENOUGH_LINES));
        for (PeerProcess peer : peers) {
            peer.finish();
        }

        assertThat(peers).allSatisfy(peer -> assertThat(peer.printed(Peer.FAILED)).isEmpty());
        assertStored(shared);
        int mean = peers.stream().mapToInt(PeerProcess::lines).sum() / PROCESSES;
        assertThat(peers).allSatisfy(peer -> assertThat(peer.lines()).isGreaterThan(mean / 10));
    }

    @Test
    void one_row_has_one_winner_per_round_among_three_processes() throws Exception {
        Order row = counting.intent();
        repository.add(row, EVIDENCE);
        for (int i = 0; i < 3; i++) {
            peers.add(PeerProcess.start(file, "claim", row.id().value(), String.valueOf(ROUNDS)));
        }
        begin();
        for (PeerProcess peer : peers) {
            peer.finish();
        }
        assertThat(printedVersions().get(row.id()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, ROUNDS + 1).boxed().toList());
        assertThat(repository.find(row.id()).orElseThrow().version()).isEqualTo(ROUNDS + 1);
    }

    @Test
    void one_row_has_one_winner_per_round_between_two_threads() throws InterruptedException {
        Order row = counting.intent();
        repository.add(row, EVIDENCE);
        Queue<Long> won = new ConcurrentLinkedQueue<>();
        List<Thread> threads =
                IntStream.range(0, 2)
                        .mapToObj(_ -> Thread.ofPlatform().start(() -> claim(row.id(), won)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(won)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, ROUNDS).boxed().toList());
    }

    @Test
    void the_acknowledged_writes_of_a_killed_process_are_stored_and_the_file_is_intact()
            throws Exception {
        Order shared = counting.intent();
        repository.add(shared, EVIDENCE);
        PeerProcess writer = PeerProcess.start(file, "trade", shared.id().value());
        peers.add(writer);
        begin();
        Eventually.within(PeerProcess.BOUND, "writes", () -> writer.lines() > 5 * ENOUGH_LINES);
        writer.kill();

        Map<OrderId, List<Long>> printed = printedVersions();
        assertThat(printed).hasSizeGreaterThan(1);
        printed.forEach((id, versions) -> {
            Order stored = repository.find(id).orElseThrow();
            assertThat(versions).doesNotHaveDuplicates();
            assertThat(stored.version())
                    .isGreaterThanOrEqualTo(versions.stream().max(Long::compare).orElseThrow());
            assertThat(Counting.counted(stored)).isTrue();
        });
        Finding whole = injector.getInstance(StoreInspection.class).integrity();
        assertThat(whole.severity()).as(whole.text()).isEqualTo(Finding.Severity.OK);
        assertThat(injector.getInstance(AuditTrail.class).verify((_, _) -> {}))
                .isInstanceOf(AuditVerdict.Intact.class);
        assertThat(repository.add(counting.intent(), EVIDENCE).order().version()).isEqualTo(1);
    }

    private void begin() throws IOException {
        peers.forEach(PeerProcess::ready);
        for (PeerProcess peer : peers) {
            peer.signal();
        }
    }

    private void claim(OrderId row, Queue<Long> won) {
        for (long round = 1; round <= ROUNDS; round++) {
            long expected = round;
            if (repository.find(row).orElseThrow().version() == expected
                    && repository.update(
                                    new OrderUpdate(
                                            row,
                                            order ->
                                                    order.version() == expected
                                                            ? Counting.next(order)
                                                            : order,
                                            EVIDENCE))
                            instanceof UpdateOutcome.Updated) {
                won.add(expected);
            }
        }
    }

    /** Each printed version is stored exactly once, and no other version is stored. */
    private void assertStored(List<Order> shared) {
        Set<OrderId> ours = shared.stream().map(Order::id).collect(Collectors.toSet());
        printedVersions()
                .forEach((id, versions) -> {
                    Order stored = repository.find(id).orElseThrow();
                    assertThat(versions).doesNotHaveDuplicates();
                    assertThat(new HashSet<>(versions))
                            .isEqualTo(
                                    LongStream.rangeClosed(
                                                    ours.contains(id) ? 2 : 1, stored.version())
                                            .boxed()
                                            .collect(Collectors.toSet()));
                    assertThat(Counting.counted(stored)).isTrue();
                });
    }

    private Map<OrderId, List<Long>> printedVersions() {
        return peers.stream()
                .flatMap(peer -> peer.printed(Peer.WROTE).stream())
                .map(line -> line.substring(Peer.WROTE.length()).split(" ", -1))
                .collect(
                        Collectors.groupingBy(
                                parts -> new OrderId(parts[0]),
                                Collectors.mapping(
                                        parts -> Long.valueOf(parts[1]), Collectors.toList())));
    }
}
