package dev.lockstep.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.Timings;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.FakeBrake;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeLease;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryLoopReports;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads of one process, on a lease and a store in memory. */
class LoopRunnerTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final LoopTimings TIMINGS =
            new LoopTimings(
                    Duration.ofMillis(5),
                    SHORT,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2));
    private static final LoopTimings LONG_TERM =
            new LoopTimings(
                    TIMINGS.tick(),
                    TIMINGS.watchdogEvery(),
                    Duration.ofHours(1),
                    TIMINGS.late(),
                    TIMINGS.ending());
    private static final LoopSchedule QUICK =
            new LoopSchedule(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, Duration.ofMinutes(2));

    private final PlatformClock clock = PlatformClock.of(InstantSource.system(), System::nanoTime);
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryLoopReports reports = new InMemoryLoopReports();
    private final FakeLease lease = new FakeLease(clock, repository, incidents, reports);
    private final FakeBroker broker = new FakeBroker();
    private final FakeBrake restrictor = new FakeBrake();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch hung = new CountDownLatch(1);
    private final Deaf stream = new Deaf();
    private final CountedDuty duty = new CountedDuty();
    private final List<LoopRunner> started = new ArrayList<>();

    @AfterEach
    void close() {
        hung.countDown();
        started.forEach(LoopRunner::close);
    }

    @Test
    void it_runs_syncs_listens_and_gives_the_loop_back_at_its_end() {
        start();
        Eventually.within(BOUND, "a sync", () -> fresh() && stream.listening.get() == 1);

        started.getFirst().close();

        assertThat(lease.current().orElseThrow().passed(clock.instant())).isTrue();
        assertThat(stream.listening.get()).isZero();
        assertThat(duty.began.get()).isEqualTo(1);
        assertThat(duty.ended.get()).isEqualTo(1);
    }

    @Test
    void orders_that_a_crash_left_without_an_answer_are_settled_before_anything_else() {
        SampleOrders sample = new SampleOrders();
        broker.next(FakeBroker.NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order =
                SampleUseCases.submitOrder(repository, broker, sample.ids(), clock)
                        .submit(SampleOrders.tenShares())
                        .order();
        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);

        start();
        Eventually.within(BOUND, "listening", () -> stream.listening.get() == 1);

        assertThat(repository.find(order.id())).map(Order::status).contains(OrderStatus.ACCEPTED);
        assertThat(said).contains("every order has an answer");
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void the_first_sync_does_not_wait_for_a_young_unanswered_order() {
        Order young = new SampleOrders().intent();
        Instant now = clock.instant();
        repository.add(
                Order.intent(
                        young.id(),
                        young.clientOrderId(),
                        young.idempotencyKey(),
                        young.terms(),
                        now),
                Evidence.local("test"));

        start(Duration.ofHours(1));
        Eventually.within(BOUND, "a sync", this::fresh);

        assertThat(repository.find(young.id()))
                .map(Order::status)
                .contains(OrderStatus.PENDING_SUBMIT);
    }

    @Test
    void a_loop_that_hangs_is_begun_anew_as_another_owner() {
        broker.onFind(_ -> awaitUninterruptibly());
        repository.add(new SampleOrders().intent(), Evidence.local("t"));

        start();
        Eventually.within(BOUND, "a second life: " + said, () -> epoch() == 2);
        broker.onFind(_ -> {});
        Eventually.within(BOUND, "a sync", this::fresh);

        assertThat(said).anyMatch(text -> text.contains("gave no sign of life"));
    }

    @Test
    void a_loop_whose_lease_could_not_be_released_is_begun_anew_before_its_term_has_passed() {
        broker.onFind(_ -> awaitUninterruptibly());
        repository.add(new SampleOrders().intent(), Evidence.local("t"));
        UnreleasableOnce failing = new UnreleasableOnce(lease);

        start(RecoveryPolicy.MAX_CLAIM_AGE.plusMillis(100), failing, LONG_TERM);
        Eventually.within(BOUND, "a release that fails: " + said, failing.failed::get);
        broker.onFind(_ -> {});

        Eventually.within(BOUND, "a second life: " + said, () -> epoch() == 2 && fresh());
    }

    @Test
    void a_loop_that_dies_is_begun_anew() {
        AtomicInteger asked = new AtomicInteger();
        broker.onFind(_ -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("a bug");
            }
        });
        repository.add(new SampleOrders().intent(), Evidence.local("t"));

        start();
        Eventually.within(BOUND, "a second life: " + said, () -> epoch() == 2 && fresh());

        assertThat(said).anyMatch(text -> text.contains("died"));
    }

    @Test
    void while_nothing_can_be_synced_only_reducing_orders_go_out_and_a_person_is_told() {
        broker.listsDown(true);
        start();
        Eventually.within(BOUND, "the brake", () -> restrictor.applied().containsKey("sync"));
        assertThat(incidents.list(IncidentQuery.open()))
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.SYNC_STALE);

        broker.listsDown(false);
        Eventually.within(BOUND, "the release", () -> restrictor.applied().isEmpty());
        assertThat(incidents.list(IncidentQuery.open())).isEmpty();
    }

    @Test
    void while_another_process_has_the_loop_it_stands_by_and_then_takes_over() {
        var other = lease.acquire("other", Duration.ofMinutes(1)).orElseThrow();
        start();
        Eventually.within(
                BOUND, "standing by", () -> said.contains("standing by: other runs the loop"));
        assertThat(reports.last()).isEmpty();

        lease.release(other);

        Eventually.within(BOUND, "taken over", () -> epoch() == 2 && fresh());
    }

    private void start() {
        start(RecoveryPolicy.MAX_CLAIM_AGE.plusMillis(100));
    }

    /** Starts a process that waits this long for unanswered orders where it waits for them. */
    private void start(Duration settle) {
        start(settle, lease, TIMINGS);
    }

    private void start(Duration settle, TradingLease shared, LoopTimings timings) {
        LoopParts parts =
                new LoopParts(
                        shared,
                        new InMemoryOrderRepository(),
                        incidents,
                        reports,
                        restrictor,
                        new InMemoryOrderRepository(),
                        broker,
                        new FakeAccountHistory(),
                        stream,
                        MarketData.unavailable(),
                        Assets.unavailable(),
                        new SampleOrders().ids(),
                        StoreInspection.UNWATCHED,
                        QUICK,
                        new RecoveryPolicy(Duration.ofMinutes(1), Duration.ZERO),
                        new Timings(
                                Duration.ofMillis(10),
                                Duration.ZERO,
                                RecoveryPolicy.MAX_CLAIM_AGE,
                                settle,
                                Duration.ZERO),
                        clock,
                        Thread::sleep);
        started.add(
                LoopRunner.start(
                        "one",
                        parts,
                        timings,
                        Thread.ofPlatform().daemon().factory(),
                        _ -> {},
                        said::add,
                        duty));
    }

    private boolean fresh() {
        return reports.last().filter(report -> report.fresh(clock.instant())).isPresent();
    }

    private long epoch() {
        return lease.current().map(TradingLease.Lease::epoch).orElse(0L);
    }

    /** Hangs as a thread does that nobody can interrupt. */
    private void awaitUninterruptibly() {
        boolean interrupted = false;
        while (hung.getCount() > 0) {
            try {
                hung.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lease whose store fails at the first release. */
    private static final class UnreleasableOnce implements TradingLease {
        private final TradingLease lease;
        private final AtomicBoolean failed = new AtomicBoolean();

        private UnreleasableOnce(TradingLease lease) {
            this.lease = lease;
        }

        @Override
        public Optional<Lease> acquire(String owner, Duration term) {
            return lease.acquire(owner, term);
        }

        @Override
        public Optional<Lease> renew(Lease held, Duration term) {
            return lease.renew(held, term);
        }

        @Override
        public void release(Lease held) {
            if (failed.compareAndSet(false, true)) {
                throw new RepositoryException(RepositoryException.Reason.IO_ERROR, "away");
            }
            lease.release(held);
        }

        @Override
        public Optional<Lease> current() {
            return lease.current();
        }

        @Override
        public OrderRepository repository(Lease held) {
            return lease.repository(held);
        }

        @Override
        public Incidents incidents(Lease held) {
            return lease.incidents(held);
        }

        @Override
        public Fills fills(Lease held) {
            return lease.fills(held);
        }

        @Override
        public LoopReports loopReports(Lease held) {
            return lease.loopReports(held);
        }
    }

    /** A stream on which nothing is ever said. */
    private static final class Deaf implements ExecutionReports {
        private final AtomicInteger listening = new AtomicInteger();

        @Override
        public void listen(Listener listener) {
            listening.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                listening.decrementAndGet();
            }
        }

        @Override
        public StreamStatus status() {
            return new StreamStatus(StreamStatus.State.LISTENING, SampleOrders.START, null, 1, "");
        }
    }

    /** Counts how often it began and ended. */
    private static final class CountedDuty implements LeaseDuty {
        private final AtomicInteger began = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        @Override
        public void begin(TradingLease.Lease held) {
            began.incrementAndGet();
        }

        @Override
        public void end(TradingLease.Lease held) {
            ended.incrementAndGet();
        }
    }
}
