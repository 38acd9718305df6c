package dev.lockstep.imports.ba2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportNote.Kind;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.LegacyBooks;
import dev.lockstep.imports.LegacyRow;
import dev.lockstep.imports.ba2.Ba2Fixture.Age;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BA2 files of every version and state, and files that are not BA2 databases. */
class Ba2BooksTest {
    private static final String SECRET = "PKSECRET0123456789";

    private final LegacyBooks books = new Ba2Books();
    private @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("db.sqlite");
    }

    @Test
    void an_order_of_a_recent_file_is_read_completely() throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca").order(17, Map.of("open_price", 189.37));
        }

        assertThat(legible(rows(1)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo(17);
                    assertThat(row.order().brokerOrderId()).isEqualTo(new BrokerOrderId("b-17"));
                    assertThat(row.order().avgPx()).isEqualTo(Price.of("189.37"));
                    assertThat(row.order().row())
                            .contains("id: 17", "status: FILLED", "open_type: AUTOMATIC")
                            .doesNotContain("data", "lockstep_");
                    assertThat(row.notes()).isEmpty();
                });
    }

    @Test
    void a_file_of_october_2025_without_newer_columns_is_read() throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.OCTOBER_2025)) {
            ba2.account(3, "main", "Alpaca")
                    .order(1, Map.of("filled_avg_price", 189.37))
                    .order(
                            2,
                            Map.of(
                                    "order_type",
                                    "SELL_LIMIT",
                                    "side",
                                    "SELL",
                                    "limit_price",
                                    200.0));
        }

        assertThat(legible(rows(3)))
                .extracting(row -> row.order().avgPx())
                .containsExactly(Price.of("189.37"), null);
    }

    @Test
    void rows_in_the_wal_are_read_and_the_files_are_not_changed() throws SQLException, IOException {
        try (Ba2Fixture ba2 = Ba2Fixture.inWal(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca").order(1, Map.of());
            Map<String, byte[]> before = bytes();
            assertThat(before).containsKey("db.sqlite-wal");

            assertThat(rows(1)).hasSize(1);

            assertThat(bytes()).containsOnlyKeys(before.keySet());
            assertThat(bytes().get("db.sqlite")).isEqualTo(before.get("db.sqlite"));
            assertThat(bytes().get("db.sqlite-wal")).isEqualTo(before.get("db.sqlite-wal"));
        }
    }

    @Test
    void reading_a_closed_file_does_not_change_it() throws SQLException, IOException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca").order(1, Map.of());
        }
        Map<String, byte[]> before = bytes();

        assertThat(rows(1)).hasSize(1);

        assertThat(bytes()).containsOnlyKeys("db.sqlite");
        assertThat(bytes().get("db.sqlite")).isEqualTo(before.get("db.sqlite"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void the_book_is_a_snapshot_and_ba2_can_keep_writing(boolean wal) throws SQLException {
        try (Ba2Fixture ba2 =
                wal
                        ? Ba2Fixture.inWal(file, Age.AUGUST_2026)
                        : Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca").order(1, Map.of()).order(2, Map.of());
            try (LegacyBook book = books.open(file)) {
                LegacyAccount account = book.contents().accounts().getFirst();
                assertThat(book.page(account, Long.MIN_VALUE, 1)).hasSize(1);

                ba2.run("UPDATE tradingorder SET status = 'CANCELED'");
                ba2.order(3, Map.of());

                assertThat(legible(book.page(account, 1, 10)))
                        .extracting(row -> row.order().status().word())
                        .containsExactly("FILLED");
            }
        }
    }

    @Test
    void orders_belong_to_their_account_or_to_none_if_ambiguous() throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "paper", "Alpaca")
                    .account(2, "live", "Alpaca")
                    .order(1, Map.of())
                    .order(2, Map.of("account_id", 2))
                    .order(3, Map.of("account_id", 2))
                    .order(4, Map.of("account_id", 9));
            ba2.run("UPDATE tradingorder SET account_id = NULL WHERE id = 3");
        }

        try (LegacyBook book = books.open(file)) {
            assertThat(book.contents().accounts())
                    .extracting(LegacyAccount::id, LegacyAccount::name, LegacyAccount::orders)
                    .containsExactly(
                            tuple(0L, "", 1L),
                            tuple(1L, "paper", 1L),
                            tuple(2L, "live", 1L),
                            tuple(9L, "", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "true"          | true
                    "\\"true\\""    | true
                    false           | false
                    "\\"False\\""   | false
                    1               | true
                    """)
    void the_paper_setting_is_read_in_any_quoting(String json, boolean paper) throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca").setting(1, "paper_account", null, json);
        }

        try (LegacyBook book = books.open(file)) {
            assertThat(book.contents().accounts())
                    .extracting(LegacyAccount::paper)
                    .containsExactly(paper);
        }
    }

    @Test
    void keys_are_never_read() throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca")
                    .setting(1, "api_key", SECRET, "null")
                    .setting(1, "api_secret", SECRET, null)
                    .order(1, Map.of());
        }

        try (LegacyBook book = books.open(file)) {
            LegacyAccount account = book.contents().accounts().getFirst();
            assertThat(account.paper()).isNull();
            assertThat(book.contents().toString()).doesNotContain(SECRET);
            assertThat(book.page(account, Long.MIN_VALUE, 10).toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void rows_not_imported_are_counted_and_a_transaction_of_several_accounts_is_noted()
            throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "a", "Alpaca")
                    .account(2, "b", "Alpaca")
                    .transaction(5, -10.0)
                    .transaction(6, 10.0)
                    .order(1, Map.of("transaction_id", 5))
                    .order(2, Map.of("transaction_id", 5, "account_id", 2))
                    .order(3, Map.of("transaction_id", 77))
                    .insert("activitylog", Map.of("type", "ORDER_SUBMITTED"));
        }

        try (LegacyBook book = books.open(file)) {
            assertThat(book.contents().leftOut())
                    .containsEntry("transaction", 2L)
                    .containsEntry("activitylog", 1L)
                    .containsEntry("position", 0L)
                    .doesNotContainKey("trade_action_result");
            assertThat(book.contents().notes())
                    .singleElement()
                    .satisfies(note -> {
                        assertThat(note.kind()).isEqualTo(Kind.SEVERAL_ACCOUNTS);
                        assertThat(note.id()).isEqualTo(5);
                    });
            assertThat(book.page(book.contents().accounts().getFirst(), 2, 10))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            LegacyRow.Legible.class,
                            row ->
                                    assertThat(row.notes())
                                            .extracting(ImportNote::kind)
                                            .containsExactly(Kind.DANGLING));
        }
    }

    @Test
    void pages_contain_each_order_once() throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca");
            for (int id = 1; id <= 25; id++) {
                ba2.order(id * 3L, Map.of());
            }
        }

        try (LegacyBook book = books.open(file)) {
            LegacyAccount account = book.contents().accounts().getFirst();
            List<LegacyRow> first = book.page(account, Long.MIN_VALUE, 20);
            List<LegacyRow> second = book.page(account, first.getLast().id(), 20);

            assertThat(first).hasSize(20);
            assertThat(second).extracting(LegacyRow::id).containsExactly(63L, 66L, 69L, 72L, 75L);
        }
    }

    @Test
    void a_file_that_is_not_a_ba2_database_is_refused() throws SQLException, IOException {
        refused(Reason.INCOMPATIBLE, "there is no such file");
        Files.createDirectory(file);
        refused(Reason.INCOMPATIBLE, "is a folder");
        Files.delete(file);
        Files.createFile(file);
        refused(Reason.INCOMPATIBLE, "is empty");
        Files.writeString(file, "hello ".repeat(1_000));
        refused(Reason.CORRUPT, "not a database");
        Files.delete(file);
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.run("DROP TABLE tradingorder");
        }
        refused(Reason.INCOMPATIBLE, "it has no table tradingorder");
    }

    @Test
    void a_table_of_another_program_under_the_same_name_is_refused() throws SQLException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.run("DROP TABLE tradingorder");
            ba2.run("CREATE TABLE tradingorder (id INTEGER PRIMARY KEY, symbol TEXT)");
        }
        refused(Reason.INCOMPATIBLE, "has no column quantity");
    }

    @Test
    void a_damaged_file_is_reported_as_corrupt() throws SQLException, IOException {
        try (Ba2Fixture ba2 = Ba2Fixture.of(file, Age.AUGUST_2026)) {
            ba2.account(1, "main", "Alpaca");
            for (int id = 1; id <= 200; id++) {
                ba2.order(id, Map.of());
            }
        }
        long bytes = Files.size(file);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(4_096);
            raw.write(new byte[Math.toIntExact(bytes - 4_096)]);
        }
        refused(Reason.CORRUPT, "damaged");

        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(bytes - 100);
        }
        refused(Reason.CORRUPT, "truncated");
    }

    private void refused(Reason reason, String text) {
        assertThatThrownBy(() -> books.open(file).close())
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(text);
    }

    private List<LegacyRow> rows(long account) {
        try (LegacyBook book = books.open(file)) {
            LegacyAccount found =
                    book.contents().accounts().stream()
                            .filter(each -> each.id() == account)
                            .findFirst()
                            .orElseThrow();
            return book.page(found, Long.MIN_VALUE, LegacyBook.MAX_PAGE_ROWS);
        }
    }

    private static List<LegacyRow.Legible> legible(List<LegacyRow> rows) {
        return rows.stream().map(LegacyRow.Legible.class::cast).toList();
    }

    /** Returns the folder's files, except the shared memory file of SQLite's readers. */
    private Map<String, byte[]> bytes() throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (!each.toString().endsWith("-shm")) {
                    bytes.put(String.valueOf(each.getFileName()), Files.readAllBytes(each));
                }
            }
        }
        return bytes;
    }
}
