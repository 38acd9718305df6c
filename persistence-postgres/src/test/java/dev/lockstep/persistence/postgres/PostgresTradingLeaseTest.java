package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.sql.connection.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ownership of the trading lease; two stores on one database simulate two processes. */
@Tag("slow")
class PostgresTradingLeaseTest {
    private static final Duration TERM = Duration.ofSeconds(10);
    private static final int CONCURRENT_ROUNDS = 20;
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final PostgresConfig config = PostgresServers.newStore();
    private PostgresStore one;
    private PostgresStore other;

    @BeforeEach
    void open() {
        one = PostgresStores.open(config, clock, Session::commit);
        other = PostgresStores.open(config, clock, Session::commit);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void one_process_owns_the_lease_and_both_see_the_owner() {
        Lease held = one.lease().acquire("one", TERM).orElseThrow();

        assertThat(other.lease().acquire("other", TERM)).isEmpty();
        assertThat(other.lease().current()).contains(held);
        assertThat(held.epoch()).isEqualTo(1);
    }

    @Test
    void renewing_keeps_the_lease() {
        Lease held = one.lease().acquire("one", TERM).orElseThrow();
        clock.pass(TERM.minusSeconds(1));
        assertThat(one.lease().renew(held, TERM)).isPresent();
        clock.pass(TERM.minusSeconds(1));

        assertThat(other.lease().acquire("other", TERM)).isEmpty();
    }

    @Test
    void an_owner_suspended_beyond_its_term_is_replaced_and_cannot_write() {
        Lease suspended = one.lease().acquire("one", TERM).orElseThrow();
        OrderRepository asOne = one.lease().repository(suspended);
        otherSeesNoRenewalForATerm();
        Lease taken = other.lease().acquire("other", TERM).orElseThrow();
        Order order = sample.intent();

        assertThat(taken.epoch()).isEqualTo(suspended.epoch() + 1);
        assertThatThrownBy(() -> asOne.add(order, EVIDENCE))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(RepositoryException.Reason.FENCED))
                .hasMessageContaining("other has epoch 2");
        assertThat(one.repository().find(order.id())).isEmpty();
        assertThat(one.lease().renew(suspended, TERM)).isEmpty();
    }

    @Test
    void a_replaced_owner_can_store_no_incident_and_no_report() {
        Lease suspended = one.lease().acquire("one", TERM).orElseThrow();
        otherSeesNoRenewalForATerm();
        assertThat(other.lease().acquire("other", TERM)).isPresent();

        assertFenced(() ->
                one.lease()
                        .incidents(suspended)
                        .open(IncidentKind.SYNC_STALE, "sync", "", clock.instant()));
        assertFenced(() ->
                one.lease()
                        .loopReports(suspended)
                        .write(
                                new LoopReport(
                                        "one",
                                        clock.instant(),
                                        null,
                                        clock.instant(),
                                        "",
                                        StreamStatus.State.STOPPED,
                                        clock.instant())));
        assertThat(one.incidents().list(IncidentQuery.all())).isEmpty();
        assertThat(one.loopReports().last()).isEmpty();
    }

    private static void assertFenced(ThrowableAssert.ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(RepositoryException.Reason.FENCED));
    }

    private void otherSeesNoRenewalForATerm() {
        assertThat(other.lease().acquire("other", TERM)).isEmpty();
        clock.pass(TERM);
    }

    @Test
    void a_clock_jump_does_not_expire_a_renewed_lease() {
        Lease held = one.lease().acquire("one", TERM).orElseThrow();
        assertThat(other.lease().acquire("other", TERM)).isEmpty();

        clock.step(Duration.ofHours(2));
        assertThat(other.lease().acquire("other", TERM)).isEmpty();

        clock.pass(TERM.minusSeconds(1));
        assertThat(one.lease().renew(held, TERM)).isPresent();
        clock.pass(Duration.ofSeconds(2));
        assertThat(other.lease().acquire("other", TERM)).isEmpty();
    }

    @Test
    void a_lease_taken_with_a_fast_clock_expires_one_term_after_it_was_read() {
        clock.step(Duration.ofHours(2));
        assertThat(one.lease().acquire("one", TERM)).isPresent();
        clock.step(Duration.ofHours(-2));

        otherSeesNoRenewalForATerm();

        assertThat(other.lease().acquire("other", TERM)).map(Lease::epoch).contains(2L);
    }

    @Test
    void the_owner_and_unfenced_writers_can_write() {
        Lease held = one.lease().acquire("one", TERM).orElseThrow();

        assertThat(one.lease().repository(held).add(sample.intent(), EVIDENCE))
                .isInstanceOf(AddOutcome.Added.class);
        assertThat(other.repository().add(sample.intent(), EVIDENCE))
                .isInstanceOf(AddOutcome.Added.class);
    }

    @Test
    void a_released_lease_can_be_acquired_immediately() {
        Lease held = one.lease().acquire("one", TERM).orElseThrow();
        one.lease().release(held);

        assertThat(other.lease().acquire("other", TERM)).map(Lease::epoch).contains(2L);
        one.lease().release(held);
        assertThat(other.lease().current()).map(Lease::owner).contains("other");
    }

    @Test
    void one_of_two_concurrent_callers_gets_a_released_lease() throws Exception {
        for (int round = 0; round < CONCURRENT_ROUNDS; round++) {
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Optional<Lease>> first = callers.submit(() -> acquired(one, "one", start));
                Future<Optional<Lease>> second =
                        callers.submit(() -> acquired(other, "other", start));
                start.countDown();
                List<Lease> held =
                        Stream.of(first.get(), second.get()).flatMap(Optional::stream).toList();
                assertThat(held).hasSize(1);
                one.lease().release(held.getFirst());
            }
        }
    }

    private static Optional<Lease> acquired(PostgresStore store, String owner, CountDownLatch start)
            throws InterruptedException {
        start.await();
        return store.lease().acquire(owner, TERM);
    }
}
