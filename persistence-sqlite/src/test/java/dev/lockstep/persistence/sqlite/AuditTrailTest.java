package dev.lockstep.persistence.sqlite;

import static dev.lockstep.persistence.sql.generated.Tables.EVENT_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDER_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.AuditVerdict.Broken;
import dev.lockstep.domain.audit.AuditVerdict.Intact;
import dev.lockstep.domain.audit.ChainBreak;
import dev.lockstep.domain.audit.ChainBreak.Kind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verification detects every kind of tampering with orders and their events. */
@Tag("slow")
class AuditTrailTest {
    private static final int ORDERS_MADE = 4;
    private static final long EVENTS_MADE = 3 * ORDERS_MADE;

    private static final SampleOrders SAMPLE = new SampleOrders();
    private static final List<Order> BOOK =
            IntStream.range(0, ORDERS_MADE).mapToObj(_ -> SAMPLE.intent()).toList();

    /** Created once and copied, because creating a database syncs the disk at each step. */
    private static @TempDir Path template;

    private @TempDir Path folder;
    private SqliteStore store;

    @BeforeAll
    static void make() {
        try (SqliteStore made = Stores.open(template.resolve("orders.db"))) {
            made.repository().addAll(BOOK, Evidence.local("test"));
            BOOK.forEach(order -> report(made, order, OrderStatus.NEW, "0"));
            BOOK.forEach(order -> report(made, order, OrderStatus.FILLED, "10"));
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.copy(template.resolve("orders.db"), file());
        store = Stores.open(file());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_unmodified_database_is_intact() {
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Intact.class,
                        intact -> {
                            assertThat(intact.head().seq()).isEqualTo(EVENTS_MADE);
                            assertThat(intact.head().hash().value()).matches("[0-9a-f]{64}");
                            assertThat(intact.orders()).isEqualTo(ORDERS_MADE);
                        });
    }

    @Test
    void a_database_without_orders_is_intact() {
        try (SqliteStore fresh = Stores.open(folder.resolve("fresh.db"))) {
            assertThat(fresh.auditTrail().verify((_, _) -> {}))
                    .isInstanceOfSatisfying(
                            Intact.class, intact -> assertThat(intact.head().seq()).isZero());
        }
    }

    static Stream<Arguments> every_column() {
        return Stream.of(ORDER_EVENTS, ORDERS, EVENT_CHAIN)
                .flatMap(table -> Stream.of(table.fields()).map(column -> edit(table, column)));
    }

    private static Arguments edit(Table<?> table, Field<?> column) {
        String key = table.equals(EVENT_CHAIN) ? "id = 1" : "version > 1";
        return Arguments.of(table.getName(), column.getName(), number(column), key);
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("every_column")
    void an_edit_of_any_column_is_found(String table, String column, boolean number, String key)
            throws SQLException {
        if (table.equals("event_chain") && column.equals("id")) {
            return; // No effect: there is only one row, whatever its id.
        }
        String forged = number ? "coalesce(%s, 7) + 100" : "coalesce(%s, '') || '0'";
        forge(
                "UPDATE "
                        + table
                        + " SET "
                        + column
                        + " = "
                        + forged.formatted(column)
                        + " WHERE rowid = (SELECT max(rowid) FROM "
                        + table
                        + " WHERE "
                        + key
                        + ")");

        List<ChainBreak> breaks = breaks();

        assertThat(breaks).isNotEmpty();
        if (!table.equals("event_chain")) {
            String last = BOOK.getLast().id().value();
            assertThat(breaks).anySatisfy(found -> assertThat(found.text()).contains(last));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "(SELECT min(order_id) FROM orders)"})
    void an_edit_of_the_replaced_order_id_is_found(String forged) throws SQLException {
        Order replaced = BOOK.get(1);
        OrderId id = SAMPLE.ids().nextOrderId();
        Order next =
                Order.replacement(
                        id,
                        SAMPLE.ids().clientOrderId(id),
                        new IdempotencyKey("replace"),
                        replaced,
                        replaced.terms(),
                        SampleOrders.START);
        store.repository().add(next, Evidence.local("test"));
        assertThat(breaks()).isEmpty();

        forge("UPDATE orders SET replaces = " + forged + " WHERE order_id = '" + id + "'");

        assertThat(breaks())
                .singleElement()
                .satisfies(found -> assertThat(found.place()).contains(id.value()));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "6, 7", "12, 12"})
    void a_removed_event_is_found(long removed, long noticedAt) throws SQLException {
        forge("DELETE FROM order_events WHERE seq = " + removed);

        Kind expected = removed == EVENTS_MADE ? Kind.END_DIFFERS : Kind.OUT_OF_SEQUENCE;
        assertThat(breaks())
                .anySatisfy(found -> {
                    assertThat(found.kind()).isEqualTo(expected);
                    assertThat(found.text()).contains("event " + noticedAt);
                });
    }

    @Test
    void a_removed_order_is_found_by_its_events() throws SQLException {
        Order removed = BOOK.get(1);
        forge("DELETE FROM orders WHERE order_id = '" + removed.id() + "'");

        assertThat(breaks())
                .filteredOn(found -> found.kind() == Kind.ORDER_MISSING)
                .hasSize(3)
                .allSatisfy(found -> assertThat(found.place()).contains(removed.id().value()));
    }

    @Test
    void an_order_removed_with_all_its_events_is_found() throws SQLException {
        String removed = BOOK.getLast().id().value();
        forge(
                "DELETE FROM orders WHERE order_id = '" + removed + "'",
                "DELETE FROM order_events WHERE order_id = '" + removed + "'");

        assertThat(kinds()).contains(Kind.OUT_OF_SEQUENCE, Kind.END_DIFFERS);
    }

    @Test
    void removing_everything_is_found() throws SQLException {
        forge("DELETE FROM order_events", "DELETE FROM orders");

        assertThat(kinds()).containsExactly(Kind.END_DIFFERS);
    }

    @Test
    void swapped_events_are_found() throws SQLException {
        forge(
                "UPDATE order_events SET seq = -1 WHERE seq = 5",
                "UPDATE order_events SET seq = 5 WHERE seq = 6",
                "UPDATE order_events SET seq = 6 WHERE seq = -1");

        assertThat(breaks())
                .first()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.CHANGED);
                    assertThat(found.place()).startsWith("event 5 ");
                });
    }

    @ParameterizedTest
    @CsvSource({"13, 4", "-3, 4", "0, 9"})
    void a_copied_event_is_found_at_any_position(long seq, long version) throws SQLException {
        forge(copyOfLast(seq, version));

        assertThat(kinds()).isNotEmpty();
    }

    @Test
    void a_forged_event_with_an_updated_head_is_found() throws SQLException {
        forge(
                copyOfLast(13, 4),
                "UPDATE orders SET version = 4 WHERE order_id = '" + BOOK.getLast().id() + "'",
                "UPDATE event_chain SET seq = 13");

        assertThat(breaks()).anySatisfy(found -> assertThat(found.place()).startsWith("event 13 "));
    }

    @Test
    void an_order_without_events_is_found() throws SQLException {
        Order order = BOOK.getFirst();
        forge(
                "CREATE TEMP TABLE copy AS SELECT * FROM orders WHERE order_id = '"
                        + order.id()
                        + "'",
                "UPDATE copy SET order_id = 'forged', client_order_id = 'f', idempotency_key = 'f',"
                        + " broker_order_id = 'f'",
                "INSERT INTO orders SELECT * FROM copy");

        assertThat(breaks())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.EVENT_MISSING);
                    assertThat(found.place()).isEqualTo("order forged");
                });
    }

    @Test
    void an_order_reset_to_an_older_version_is_found() throws SQLException {
        forge("UPDATE orders SET version = 2 WHERE order_id = '" + BOOK.getFirst().id() + "'");

        assertThat(kinds()).containsExactly(Kind.ORDER_BEHIND);
    }

    @Test
    void a_removed_head_is_found_and_trading_continues() throws SQLException {
        forge("DELETE FROM event_chain");
        Order next = SAMPLE.intent();

        store.repository().add(next, Evidence.local("test"));

        assertThat(store.repository().find(next.id())).contains(next);
        assertThat(kinds()).containsExactly(Kind.END_DIFFERS);
    }

    @Test
    void the_number_of_reported_breaks_is_bounded() throws SQLException {
        List<Order> more = IntStream.range(0, 200).mapToObj(_ -> SAMPLE.intent()).toList();
        store.repository().addAll(more, Evidence.local("test"));
        forge("UPDATE order_events SET summary = 'forged'");

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> {
                            assertThat(broken.breaks()).hasSize(Broken.MAX_BREAKS);
                            assertThat(broken.whole()).isFalse();
                        });
    }

    @ParameterizedTest
    @CsvSource({"UPDATE order_events SET summary = 'x'", "DELETE FROM order_events"})
    void triggers_prevent_accidental_changes_of_events(String sql) throws SQLException {
        try (Forger program = Forger.restricted(file())) {
            assertThatThrownBy(() -> program.run(sql)).hasMessageContaining("append-only");
        }
        assertThat(verdict()).isInstanceOf(Intact.class);
    }

    @Test
    void any_broker_text_is_hashed_as_stored() {
        Order order = SAMPLE.intent();
        String text = "5 € \uD83D\uDE00 line\r\nend, half a pair \uD83D, zero \u0000 and on";
        store.repository().add(order, new Evidence(Evidence.Source.HTTP_ANSWER, text, text, text));

        assertThat(verdict()).isInstanceOf(Intact.class);
    }

    @Test
    void progress_ends_at_the_number_of_events_and_orders() {
        List<Long> done = new ArrayList<>();
        List<Long> total = new ArrayList<>();

        store.auditTrail()
                .verify((at, of) -> {
                    done.add(at);
                    total.add(of);
                });

        assertThat(done).isSorted().endsWith(EVENTS_MADE + ORDERS_MADE);
        assertThat(total).containsOnly(EVENTS_MADE + ORDERS_MADE);
    }

    private static boolean number(Field<?> column) {
        return Number.class.isAssignableFrom(column.getType());
    }

    /** Returns an INSERT that copies the last event. */
    private static String copyOfLast(long seq, long version) {
        String columns =
                String.join(
                        ", ",
                        Stream.of(ORDER_EVENTS.fields())
                                .map(Field::getName)
                                .filter(name -> !name.equals("seq") && !name.equals("version"))
                                .toList());
        return "INSERT INTO order_events (seq, version, "
                + columns
                + ") SELECT "
                + seq
                + ", "
                + version
                + ", "
                + columns
                + " FROM order_events WHERE seq = "
                + EVENTS_MADE;
    }

    private void forge(String... statements) throws SQLException {
        try (Forger forger = Forger.unrestricted(file())) {
            for (String sql : statements) {
                forger.run(sql);
            }
        }
    }

    private AuditVerdict verdict() {
        return store.auditTrail().verify((_, _) -> {});
    }

    private List<ChainBreak> breaks() {
        return switch (verdict()) {
            case Broken broken -> broken.breaks();
            case Intact _ -> List.of();
        };
    }

    private List<Kind> kinds() {
        return breaks().stream().map(ChainBreak::kind).toList();
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private static void report(SqliteStore store, Order order, OrderStatus status, String cumQty) {
        store.repository()
                .update(
                        OrderUpdate.applying(
                                order.id(),
                                SampleOrders.report(order, status, cumQty),
                                SampleOrders.START.plusSeconds(1),
                                Evidence.local("test")));
    }
}
