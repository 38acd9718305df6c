package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.persistence.sqlite.connection.NativeLibrary;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that takes over a BA2 database, from the file to the first comparison. */
@Tag("slow")
class ImportCommandTest {
    private static final String SECRET = "PKSECRET0123456789";

    @TempDir private Path home;
    private CliFixture cli = new CliFixture(Path.of("."));
    private Path file = Path.of(".");

    @BeforeEach
    void fixture() throws IOException, SQLException {
        cli = new CliFixture(home);
        Path folder = Files.createDirectories(home.resolve("Documents/ba2/trade"));
        file = folder.resolve("db.sqlite");
        sql(
                """
                CREATE TABLE accountdefinition (id INTEGER PRIMARY KEY, name VARCHAR,
                  provider VARCHAR)\
                """,
                """
                CREATE TABLE accountsetting (id INTEGER PRIMARY KEY, account_id INTEGER,
                  "key" VARCHAR, value_str VARCHAR, value_json JSON)\
                """,
                """
                CREATE TABLE tradingorder (id INTEGER PRIMARY KEY, account_id INTEGER,
                  symbol VARCHAR, quantity FLOAT, side VARCHAR, order_type VARCHAR,
                  good_for VARCHAR, status VARCHAR, filled_qty FLOAT, open_price FLOAT,
                  created_at DATETIME, broker_order_id VARCHAR, limit_price FLOAT)\
                """,
                "CREATE TABLE expertinstance (id INTEGER PRIMARY KEY)",
                "INSERT INTO expertinstance VALUES (1), (2)",
                "INSERT INTO accountdefinition VALUES (1, 'main', 'Alpaca')",
                "INSERT INTO accountsetting VALUES (1, 1, 'api_key', '" + SECRET + "', NULL)",
                "INSERT INTO accountsetting VALUES (2, 1, 'paper_account', NULL, '\"true\"')");
        order("1, 1, 'AAPL', 10.0, 'BUY', 'MARKET', 'day', 'FILLED', 10.0, 189.37, 'b-1', NULL");
        order("2, 1, 'AAPL', 10.0, 'SELL', 'SELL_LIMIT', 'gtc', 'ERROR', 0.0, NULL, NULL, 210.0");
        order("3, 1, 'AAPL', 0.0, 'SELL', 'MARKET', 'day', 'CANCELED', 0.0, NULL, NULL, NULL");
    }

    @Test
    void the_orders_come_over_once_and_what_was_skipped_is_named() {
        CliFixture.Ran ran = cli.run("import");

        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains("1, main, Alpaca, paper, 3 orders")
                .contains("skipped tradingorder 3: quantity: 0")
                .containsPattern("not taken: expertinstance +2")
                .doesNotContain(SECRET);
        assertThat(ran.err())
                .contains("lockstep verify", "looks up 1 by name", "stop BA2")
                .doesNotContain(SECRET);

        JsonNode again = cli.run("import", file.toString(), "--json").json();
        assertThat(again.path("read").asLong()).isEqualTo(3);
        assertThat(again.path("imported").asLong()).isZero();
        assertThat(again.path("alreadyThere").asLong()).isEqualTo(2);
        assertThat(again.path("skippedRows").path(0).path("field").asText()).isEqualTo("quantity");
        cli.with("APCA_API_KEY_ID", "k").with("APCA_API_SECRET_KEY", "s");
        JsonNode shown = cli.run("order", "show", "2", "--history", "--json").json();
        assertThat(shown.path("clientOrderId").asText()).isEqualTo("2");
        assertThat(shown.path("status").asText()).isEqualToIgnoringCase("unknown");
        assertThat(shown.toString()).contains("imported from BA2 (db.sqlite), tradingorder 2");
        assertThat(cli.run("audit", "verify").out()).contains("intact");
        assertThat(cli.run("replay", "--all").code()).isZero();
    }

    @Test
    void the_folder_belongs_to_the_brokers_account_from_then_on() {
        cli.run("import");

        CliFixture.Ran sim = cli.run("sync", "--mode", "sim");
        assertThat(sim.code()).isEqualTo(2);
        assertThat(sim.err()).contains("belongs to paper at https://paper-api.alpaca.markets");
    }

    @Test
    void after_an_import_verify_finds_out_what_is_so_and_sends_nothing() {
        try (Simulator simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withStateDir(cli.data().resolve("exchange"))
                                .withRequestsPerMinute(0))) {
            CliFixture.Ran ran = cli.run("import", "--mode", "sim");
            assertThat(ran.code()).as(ran.err()).isEqualTo(1);

            CliFixture.Ran verified = cli.run("verify");

            assertThat(verified.code()).as(verified.err()).isEqualTo(1);
            assertThat(verified.out()).contains("here filled, not at the broker");
            JsonNode shown = cli.run("order", "show", "2", "--json").json();
            assertThat(shown.path("status").asText()).isEqualTo("never_accepted");
            assertThat(simulator.orders()).isEmpty();
        }
    }

    @Test
    void a_dry_run_writes_nothing_and_tells_the_same() throws IOException {
        CliFixture.Ran dry = cli.run("import", "--dry-run", "--json");

        assertThat(dry.json().path("imported").asLong()).isEqualTo(2);
        assertThat(dry.json().path("skipped").asLong()).isEqualTo(1);
        assertThat(cli.data()).doesNotExist();
        cli.run("import");
        assertThat(cli.run("import", "--dry-run", "--json").json().path("alreadyThere").asLong())
                .isEqualTo(2);
        assertThat(Files.readString(cli.data().resolve("lockstep.properties")))
                .contains("mode=paper");
    }

    @Test
    void a_report_names_everything_and_never_replaces_a_file() throws IOException {
        Path report = home.resolve("report.tsv");

        cli.run("import", "--report", report.toString());

        assertThat(Files.readAllLines(report))
                .first()
                .isEqualTo("kind\ttable\tid\tfield\tvalue\trule");
        assertThat(Files.readString(report))
                .contains("impossible\ttradingorder\t3\tquantity\t0\texpected: > 0")
                .doesNotContain(SECRET);
        refused("expected: a file that does not exist", "import", "--report", report.toString());
    }

    @Test
    void one_of_several_accounts_must_be_named() throws SQLException {
        sql("INSERT INTO accountdefinition VALUES (2, 'other', 'Alpaca'), (3, 'ib', 'IBKR')");
        order("4, 2, 'MSFT', 1.0, 'BUY', 'MARKET', 'day', 'NEW', 0.0, NULL, 'b-4', NULL");
        order("5, 3, 'MSFT', 1.0, 'BUY', 'MARKET', 'day', 'NEW', 0.0, NULL, 'b-5', NULL");

        refused("several accounts", "import");
        refused("1, main, Alpaca, paper, 3 orders\n  2, other", "import");
        CliFixture.Ran unknown = cli.run("import", "--account", "9");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("account: 9 (expected");
        refused("--mode paper or --mode live", "import", "--account", "other");
        refused("provider: IBKR", "import", "--account", "3");
        refused("mode: live (expected: paper", "import", "--account", "1", "--mode", "live");
        assertThat(cli.data()).doesNotExist();

        CliFixture.Ran ran = cli.run("import", "--account", "OTHER", "--mode", "live", "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().path("open").asLong()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_not_one_is_told_and_nothing_is_made() throws IOException, SQLException {
        refused("there is no such file", "import", home.resolve("nowhere.sqlite").toString());
        Path text = Files.writeString(home.resolve("text.sqlite"), "hello ".repeat(200));
        CliFixture.Ran damaged = cli.run("import", text.toString());
        assertThat(damaged.code()).isEqualTo(4);
        assertThat(damaged.err()).contains("damaged or not a database: name the database");
        sql("DROP TABLE tradingorder");
        refused("it has no table tradingorder", "import");
        Files.delete(file);
        refused("no BA2 database at", "import");
        assertThat(cli.data()).doesNotExist();
    }

    @Test
    void a_lockstep_database_is_no_ba2_database() {
        cli.run("import");
        refused("is a Lockstep database", "import", cli.data().resolve("lockstep.db").toString());
    }

    @Test
    void the_file_is_where_ba2_is_told_to_keep_it() throws IOException {
        Path moved = home.resolve("elsewhere.sqlite");
        Files.move(file, moved);

        assertThat(cli.with("DB_FILE", moved.toString()).run("import", "--dry-run").code())
                .isEqualTo(1);

        Path older = home.resolve("Documents/ba2_trade_platform");
        Files.createDirectories(older);
        Files.move(moved, older.resolve("db.sqlite"));
        assertThat(new CliFixture(home).run("import", "--dry-run").code()).isEqualTo(1);
    }

    private void refused(String text, String... arguments) {
        CliFixture.Ran ran = cli.run(arguments);
        assertThat(ran.err()).contains(text).doesNotContain("\tat ");
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    }

    private void order(String values) throws SQLException {
        sql(
                "INSERT INTO tradingorder (id, account_id, symbol, quantity, side, order_type,"
                        + " good_for, status, filled_qty, open_price, broker_order_id, limit_price,"
                        + " created_at) VALUES ("
                        + values
                        + ", '2025-10-17 09:30:00.123456')");
    }

    private void sql(String... statements) throws SQLException {
        // The driver and the product must not each load a copy of SQLite into one process.
        NativeLibrary.load(List.of(home));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : List.of(statements)) {
                statement.execute(each);
            }
        }
    }
}
