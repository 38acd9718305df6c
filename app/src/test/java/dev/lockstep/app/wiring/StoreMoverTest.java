package dev.lockstep.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.platform.StoreMove;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.copy.OnlineCopy;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves from a file to a server and back, also while others write. */
@Tag("slow")
class StoreMoverTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final PlatformClock CLOCK =
            PlatformClock.of(InstantSource.system(), System::nanoTime);

    @TempDir private Path temp;

    private final SampleOrders sample = new SampleOrders();
    private final PostgresConfig server = PostgresServers.newStore();
    private Path file;
    private Order first;

    @BeforeEach
    void trade() {
        file = temp.resolve("lockstep.db");
        first = sample.intent();
        try (OrderStore store = file()) {
            store.repository().add(first, EVIDENCE);
            store.incidents()
                    .open(IncidentKind.FILL_MISMATCH, "AAPL", "before", SampleOrders.START);
        }
    }

    @Test
    void a_store_that_is_not_in_use_moves_there_and_back_without_a_halt() throws Exception {
        assertThat(move(this::file, this::server)).isEqualTo(false);
        assertThat(rowsOfServer()).isEqualTo(rowsOf(file));

        Path back = temp.resolve("back.db");
        assertThat(move(this::server, () -> file(back))).isEqualTo(false);
        assertThat(rowsOf(back)).isEqualTo(rowsOfServer());
    }

    @Test
    void a_store_moves_while_others_write_and_trading_is_halted_in_the_old_one() {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        try (OrderStore from = file()) {
            Thread writer =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (!ended.get()) {
                                    Order order = sample.intent();
                                    from.repository().add(order, EVIDENCE);
                                    resend(from, order);
                                    written.incrementAndGet();
                                }
                            });
            try {
                Eventually.within(BOUND, "writes", () -> written.get() > 100);
                int before = written.get();

                assertThat(move(this::file, this::server)).isEqualTo(true);

                int acknowledged = written.get();
                Eventually.within(BOUND, "more", () -> written.get() > acknowledged);
                try (OrderStore to = server()) {
                    assertThat(to.feed().last()).isGreaterThanOrEqualTo(2L * before);
                    assertThat(to.riskControl().rules().restrictions()).isEmpty();
                    assertThat(to.unfinishedCopyOf()).isEmpty();
                }
                assertThat(restrictions(from)).containsExactly(Restriction.STORE_COPY);
            } finally {
                ended.set(true);
                join(writer);
            }
        }
    }

    @Test
    void the_first_loop_of_a_moved_store_need_not_wait_for_the_lease_of_the_old_one() {
        try (OrderStore from = file()) {
            from.lease().acquire("loop", Duration.ofMinutes(1));

            assertThat(move(this::file, this::server)).isEqualTo(true);

            try (OrderStore to = server()) {
                assertThat(to.lease().acquire("another", Duration.ofMinutes(1)))
                        .hasValueSatisfying(lease -> assertThat(lease.epoch()).isEqualTo(2));
                assertThat(to.auditTrail().verify((_, _) -> {}))
                        .isInstanceOf(AuditVerdict.Intact.class);
            }
            assertThat(from.lease().current())
                    .hasValueSatisfying(lease -> assertThat(lease.released()).isFalse());
        }
    }

    @Test
    void an_interrupted_copy_is_refused_and_continued() throws Exception {
        interrupted();
        assertThatThrownBy(() -> UnfinishedCopy.refuse(server()))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("unfinished copy of the old store")
                .hasMessageContaining("repeat 'store copy'");
        Order second = sample.intent();
        try (OrderStore from = file()) {
            resend(from, first);
            from.repository().add(second, EVIDENCE);
            resend(from, second);
            from.fills()
                    .addAll(List.of(SampleFills.fill("e-1", new BrokerOrderId("b-1"), "1", "1")));
            from.incidents().close(IncidentKind.FILL_MISMATCH, "AAPL", "over", SampleOrders.START);
            from.incidents().open(IncidentKind.FILL_MISMATCH, "AAPL", "again", SampleOrders.START);
            ControlRisk risk = new ControlRisk(from.riskControl(), CLOCK);
            risk.set(new RiskLimit.MaxOpenOrders(5), "ann", "test");
            risk.halt("ann", "test");
            risk.resume("ann", "test");
            from.lease()
                    .acquire("loop", Duration.ofSeconds(1))
                    .ifPresent(held -> from.lease().release(held));
        }

        assertThat(move(this::file, this::server)).isEqualTo(false);

        assertThat(rowsOfServer()).isEqualTo(rowsOf(file));
    }

    @Test
    void an_unfinished_copy_of_another_store_is_refused() {
        interrupted();
        Path other = temp.resolve("other.db");
        try (OrderStore from = file(other)) {
            from.repository().add(sample.intent(), EVIDENCE);
        }

        assertThatThrownBy(() -> move(() -> file(other), this::server))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("unfinished copy of another store");
    }

    @Test
    void a_move_that_fails_ends_the_halt_and_leaves_the_copy_unfinished() {
        AtomicInteger opened = new AtomicInteger();
        try (OrderStore from = file()) {
            from.lease().acquire("loop", Duration.ofMinutes(1));

            assertThatThrownBy(() ->
                            move(
                                    this::file,
                                    () -> {
                                        if (opened.incrementAndGet() > 1) {
                                            throw new IllegalStateException("killed");
                                        }
                                        return server();
                                    }))
                    .hasMessage("killed");

            assertThat(restrictions(from)).isEmpty();
            assertThat(from.riskControl().changes(1)).hasSize(1);
            try (OrderStore to = server()) {
                assertThat(to.unfinishedCopyOf()).contains("the old store");
                assertThat(restrictions(to)).containsExactly(Restriction.STORE_COPY);
            }
            assertThat(move(this::file, this::server)).isEqualTo(true);
            try (OrderStore to = server()) {
                assertThat(restrictions(to)).isEmpty();
            }
        }
    }

    @Test
    void a_repeated_move_is_refused_and_leaves_the_old_store_halted() {
        try (OrderStore from = file()) {
            from.lease().acquire("loop", Duration.ofMinutes(1));
            assertThat(move(this::file, this::server)).isEqualTo(true);

            assertThatThrownBy(() -> move(this::file, this::server))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("a complete copy of this store already");

            assertThat(restrictions(from)).containsExactly(Restriction.STORE_COPY);
        }
    }

    @Test
    void a_move_that_another_one_completes_meanwhile_leaves_the_old_store_halted() {
        try (OrderStore from = file()) {
            from.lease().acquire("loop", Duration.ofMinutes(1));
            AtomicBoolean ahead = new AtomicBoolean();
            InstantSource late =
                    () -> {
                        // The first time is that of the halt, after the first round.
                        if (ahead.compareAndSet(true, false)) {
                            assertThat(move(this::file, this::server)).isEqualTo(true);
                        }
                        return CLOCK.instant();
                    };
            StoreMover mover =
                    new StoreMover(
                            this::file,
                            this::server,
                            "the old store",
                            "the new store",
                            PlatformClock.of(late, System::nanoTime));
            ahead.set(true);

            assertThatThrownBy(mover::move).isInstanceOf(RepositoryException.class);
            assertThat(ahead).isFalse();

            assertThat(restrictions(from)).containsExactly(Restriction.STORE_COPY);
            try (OrderStore to = server()) {
                assertThat(to.unfinishedCopyOf()).isEmpty();
            }
        }
    }

    @Test
    void a_move_that_ends_before_the_new_store_may_trade_is_continued() {
        try (OrderStore from = file()) {
            from.lease().acquire("loop", Duration.ofMinutes(1));
            new ControlRisk(from.riskControl(), CLOCK)
                    .restrict(Restriction.STORE_COPY, TradingState.HALTED, "killed");
            try (OrderStore to = server()) {
                new OnlineCopy(from, to, "the old store").copy();
                OnlineCopy.finish(to);
            }
            resend(from, first);

            assertThat(move(this::file, this::server)).isEqualTo(true);

            try (OrderStore to = server()) {
                assertThat(restrictions(to)).isEmpty();
                assertThat(to.feed().last()).isEqualTo(from.feed().last());
            }
        }
    }

    /** Copies a first round, as a process does that is killed after it. */
    private void interrupted() {
        try (OrderStore from = file();
                OrderStore to = server()) {
            new OnlineCopy(from, to, "the old store").copy();
        }
    }

    /** Returns whether trading is halted in the old store. */
    private static boolean move(Supplier<OrderStore> from, Supplier<OrderStore> to) {
        StoreMove moved = new StoreMover(from, to, "the old store", "the new store", CLOCK).move();
        assertThat(moved).isInstanceOf(StoreMove.Complete.class);
        return ((StoreMove.Complete) moved).halted();
    }

    private static List<String> restrictions(OrderStore store) {
        return store.riskControl().rules().restrictions().stream()
                .map(Restriction::source)
                .toList();
    }

    private static void resend(OrderStore store, Order order) {
        store.repository()
                .update(
                        OrderUpdate.applying(
                                order.id(),
                                new ExecutionReport.Resent(),
                                SampleOrders.START,
                                EVIDENCE));
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private SortedMap<String, List<String>> rowsOfServer() throws Exception {
        try (Connection connection = PostgresServers.shared().connection("postgres")) {
            return StoreRows.of(connection, server.address().schema() + ".");
        }
    }

    private static SortedMap<String, List<String>> rowsOf(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return StoreRows.of(connection, "");
        }
    }

    private OrderStore file() {
        return file(file);
    }

    private static OrderStore file(Path file) {
        return SqliteStore.open(SqliteConfig.at(file));
    }

    private OrderStore server() {
        return PostgresStore.open(server, StoreMoverTest::file);
    }
}
