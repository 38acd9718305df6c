package dev.lockstep.imports.ba2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.report.ReplayOrders;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.imports.ImportListener;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportNote.Kind;
import dev.lockstep.imports.ImportOrders;
import dev.lockstep.imports.ImportSummary;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.ba2.Ba2Fixture.Age;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports a BA2 file into a SQLite store. */
class Ba2ImportTest {
    private static final ImportListener NO_LISTENER =
            new ImportListener() {
                @Override
                public void at(long done, long total) {}

                @Override
                public void note(ImportNote note) {}
            };

    private final TestClock clock = new TestClock();
    private @TempDir Path folder;
    private SqliteStore store;
    private OrderRepository repository;

    @BeforeEach
    void open() throws SQLException {
        store = SqliteStore.open(SqliteConfig.at(folder.resolve("orders.db")));
        repository = store.repository();
        try (Ba2Fixture ba2 = Ba2Fixture.of(folder.resolve("db.sqlite"), Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca")
                    .order(1, Map.of("open_price", 189.37))
                    .order(2, Map.of("status", "NEW", "filled_qty", 0.0, "depends_on_order", 1))
                    .order(3, Map.of("status", "CANCELED", "filled_qty", 10.0))
                    .order(4, Map.of("broker_order_id", "b-1", "created_at", "2026-01-02 03:04:05"))
                    .order(5, Map.of("quantity", 0.0, "status", "CANCELED"))
                    .order(6, Map.of("status", "half", "parent_order_id", 99, "side", "sell"))
                    .order(8, Map.of("asset_class", "OPTION"))
                    .order(9, Map.of("parent_order_id", 4, "status", "EXPIRED", "filled_qty", 0.0));
            ba2.run(
                    "INSERT INTO tradingorder (id, symbol, quantity, side, order_type, status,"
                            + " open_type, created_at) VALUES (7, 'MSFT', 5.0, 'BUY', 'MARKET',"
                            + " 'ERROR', 'AUTOMATIC', '2026-01-05 14:30:00')");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void valid_rows_are_stored_and_invalid_ones_reported() {
        ImportSummary summary = imported();

        assertThat(summary.read()).isEqualTo(9);
        assertThat(summary.reported())
                .extracting(ImportNote::id, ImportNote::kind)
                .containsExactly(
                        tuple(5L, Kind.IMPOSSIBLE),
                        tuple(8L, Kind.OPTION),
                        tuple(4L, Kind.SAME_BROKER_ORDER));
        assertThat(order(2).parent()).isEqualTo(order(1).id());
        assertThat(order(3).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order(7).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order(9).parent()).isNull();
        assertThat(repository.byBrokerOrderId(new BrokerOrderId("b-1"))).contains(order(1));
        assertThat(repository.search(OrderQuery.all())).hasSize(6);
    }

    @Test
    void a_second_import_adds_nothing_and_chain_and_replay_verify() {
        imported();
        List<Order> before = repository.search(OrderQuery.all());
        clock.pass(Duration.ofHours(1));

        ImportSummary again = imported();

        assertThat(again.addedInAll()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(6);
        assertThat(repository.search(OrderQuery.all())).isEqualTo(before);
        assertThat(store.auditTrail().verify((_, _) -> {}))
                .isInstanceOfSatisfying(
                        AuditVerdict.Intact.class,
                        intact -> assertThat(intact.head().seq()).isEqualTo(6));
        assertThat(new ReplayOrders(repository).all(_ -> {}).unlike()).isZero();
    }

    @Test
    void a_possibly_live_order_is_looked_up_and_closed_but_never_sent() {
        imported();
        FakeBroker broker = new FakeBroker();
        ResolveUnknown resolveUnknown =
                new ResolveUnknown(
                        repository,
                        repository.riskControl(),
                        broker,
                        new SampleOrders().ids(),
                        clock,
                        new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofDays(365)));
        clock.pass(Duration.ofSeconds(11));

        resolveUnknown.resolve();

        assertThat(order(7).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).isEmpty();
        assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(AuditVerdict.Intact.class);
    }

    private ImportSummary imported() {
        try (LegacyBook book = new Ba2Books().open(folder.resolve("db.sqlite"))) {
            return new ImportOrders(repository, clock)
                    .run(book, book.contents().accounts().getLast(), NO_LISTENER);
        }
    }

    private Order order(long id) {
        return repository.byClientOrderId(new ClientOrderId(Long.toString(id))).orElseThrow();
    }
}
