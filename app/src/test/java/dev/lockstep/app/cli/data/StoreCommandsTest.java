package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture.Ran;
import dev.lockstep.app.cli.ExchangeFixture;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Commands with the orders in a PostgreSQL database, and copies from and to it. */
@Tag("slow")
class StoreCommandsTest {
    private static final String BUY = "order submit --side buy --qty 10 --symbol AAPL";

    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void orders_are_on_the_server_and_not_in_the_folder() {
        String store = " --store " + address();

        Ran submitted = exchange.run(BUY + " --json" + store);
        Ran listed = exchange.run("order list --json" + store);

        assertThat(submitted.code()).as(submitted.err()).isZero();
        assertThat(listed.json().path("orders")).hasSize(1);
        assertThat(exchange.cli().data().resolve("lockstep.db")).doesNotExist();
        for (String command :
                new String[] {"order list", "incidents", "risk show", "audit verify"}) {
            Ran ran = exchange.run(command + store);
            assertThat(ran.code()).as(command + ": " + ran.out() + ran.err()).isZero();
        }
    }

    @Test
    void a_command_without_the_store_of_its_folder_is_refused() {
        String store = " --store " + address();
        assertThat(exchange.run(BUY + store).code()).isZero();

        for (String command : new String[] {BUY, "order list", "order cancel x", "verify"}) {
            Ran forgotten = exchange.run(command);

            assertThat(forgotten.code()).as(command).isEqualTo(2);
            assertThat(forgotten.err()).as(command).contains("are in postgresql://", "--store");
        }
        assertThat(exchange.cli().data().resolve("lockstep.db")).doesNotExist();
    }

    @Test
    void a_command_with_another_store_than_that_of_its_folder_is_refused() {
        String first = address();
        String second = address();
        assertThat(exchange.run(BUY + " --store " + first).code()).isZero();

        for (String command : new String[] {BUY, "order list", "audit verify"}) {
            Ran other = exchange.run(command + " --store " + second);

            assertThat(other.code()).as(command + ": " + other.out()).isEqualTo(2);
            assertThat(other.err())
                    .contains("are in " + first, "uses " + second, "store copy", "store.address");
        }
        assertThat(exchange.run("order list --store " + first).code()).isZero();
    }

    @Test
    void a_folder_moves_from_one_server_to_another_by_a_copy() {
        String first = address();
        String second = address();
        assertThat(exchange.run(BUY + " --store " + first).code()).isZero();

        Ran moved = exchange.run("store copy --from " + first + " --to " + second);

        assertThat(moved.code()).as(moved.err()).isZero();
        assertThat(exchange.run(BUY + " --store " + second).code()).isZero();
        assertThat(exchange.run(BUY + " --store " + first).err()).contains("are in " + second);
        Ran foreign = exchange.run("store copy --from " + first + " --to " + address());
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err()).contains("are in " + second, "uses " + first);
    }

    @Test
    void a_mistyped_schema_is_refused_by_a_copy_and_by_a_read_and_is_not_created() {
        String server = address();
        assertThat(exchange.run(BUY).code()).isZero();
        String mistyped = server + "x";

        Ran copied = exchange.run("store copy --from " + mistyped + " --to sqlite");
        Ran listed = runAsIs("order list --data " + home.resolve("new") + " --store " + mistyped);

        for (Ran refused : new Ran[] {copied, listed, exchange.run("status --store " + mistyped)}) {
            assertThat(refused.code()).as(refused.out()).isNotZero();
        }
        assertThat(copied.err()).contains("no orders in " + mistyped, "?schema=NAME");
        assertThat(listed.err()).contains("no orders in " + mistyped, "?schema=NAME");
        assertThat(
                        runAsIs("order list --data " + home.resolve("new") + " --store " + mistyped)
                                .err())
                .contains("no orders in");
        assertThat(home.resolve("new")).doesNotExist();
    }

    @Test
    void a_wrong_place_of_a_copy_is_named_with_its_option() {
        Ran from = exchange.run("store copy --from mysql --to " + address());
        Ran to = exchange.run("store copy --from sqlite --to postgresql://ann@db1:99999/trading");

        assertThat(from.code()).isEqualTo(2);
        assertThat(from.err()).contains("from: mysql (expected: sqlite, or postgresql://USER@");
        assertThat(to.code()).isEqualTo(2);
        assertThat(to.err()).contains("to.port: 99999 (expected: 1 to 65535)");
    }

    @Test
    void a_server_is_refused_while_the_orders_are_in_the_folder() {
        String server = address();
        assertThat(exchange.run(BUY).code()).isZero();

        Ran other = exchange.run(BUY + " --store " + server);

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .contains("lockstep.db, and this command uses " + server)
                .contains("'store copy --from sqlite --to " + server + "'");
    }

    @Test
    void a_store_that_cannot_be_opened_is_not_noted_in_the_folder() throws Exception {
        Files.createDirectories(exchange.cli().data());
        String absent = address().replaceFirst("/[a-z0-9_]+\\?", "/nope?");
        assertThat(absent).contains("/nope?");
        Ran mistyped = exchange.run(BUY + " --store " + absent);
        assertThat(mistyped.code()).as(mistyped.err()).isEqualTo(4);
        assertThat(mistyped.err()).contains("the database does not exist");

        Ran here = exchange.run(BUY);

        assertThat(here.code()).as(here.err()).isZero();
    }

    @Test
    void orders_move_to_the_server_and_back_with_their_hashes() throws Exception {
        String server = address();
        assertThat(exchange.run(BUY).code()).isZero();
        assertThat(exchange.run("risk set max-open-orders 9 --reason test").code()).isZero();
        String hashes = verified("");

        Ran there = exchange.run("store copy --json --from sqlite --to " + server);
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.json().path("orders").asLong()).isEqualTo(1);
        assertThat(verified(" --store " + server)).isEqualTo(hashes);

        Ran again = exchange.run("store copy --json --from sqlite --to " + server);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.json().path("orders").asLong()).isEqualTo(1);

        assertThat(exchange.run(BUY + " --store " + server).code()).isZero();
        Ran late = exchange.run("store copy --from sqlite --to " + server);
        assertThat(late.code()).isEqualTo(2);
        assertThat(late.err()).contains("a complete copy of this store already");
        Files.move(exchange.cli().data().resolve("lockstep.db"), home.resolve("old.db"));
        Ran back = exchange.run("store copy --json --from " + server + " --to sqlite");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.json().path("orders").asLong()).isEqualTo(2);
        Ran left =
                exchange.cli()
                        .runAsIs(
                                ("audit verify --json --data "
                                                + home.resolve("other")
                                                + " --store "
                                                + server)
                                        .split(" "));
        assertThat(verified("")).isEqualTo(left.json().toString());
        exchange.cli().assertEventsMakeTheOrders();
    }

    @Test
    void a_backup_of_the_server_is_a_file_that_a_folder_can_use() throws Exception {
        String store = " --store " + address();
        assertThat(exchange.run(BUY + store).code()).isZero();
        Path folder = Files.createDirectory(home.resolve("restored"));

        Ran backup = exchange.run("backup " + folder.resolve("lockstep.db") + store);

        assertThat(backup.code()).as(backup.err()).isZero();
        assertThat(Files.getPosixFilePermissions(folder.resolve("lockstep.db")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(exchange.run("backup " + folder.resolve("lockstep.db") + store).err())
                .contains("already exists");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("lockstep.db"));
        }
        Ran restored =
                exchange.cli().runAsIs("audit", "verify", "--json", "--data", folder.toString());
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.json().path("orders").asLong()).isEqualTo(1);
    }

    @Test
    void a_dump_by_pg_dump_is_made_of_a_server_only() {
        assertThat(exchange.run(BUY).code()).isZero();

        Ran refused = exchange.run("backup --format pg_dump " + home.resolve("a.dump"));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("format: pg_dump (expected: sqlite");
        Ran unknown = exchange.run("backup --format zip " + home.resolve("a.zip"));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("zip", "sqlite", "pg_dump");
    }

    @Test
    void a_store_of_another_account_is_refused() {
        String store = " --store " + address();
        assertThat(exchange.run(BUY + store).code()).isZero();

        Ran other =
                exchange.cli()
                        .runAsIs(
                                ("order list --external --data " + home.resolve("other") + store)
                                        .split(" "));

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("belong to").contains("--store");
    }

    @Test
    void a_command_that_is_refused_for_its_store_binds_no_new_folder() throws Exception {
        String store = " --store " + address();
        assertThat(exchange.run(BUY + store).code()).isZero();
        Path folder = home.resolve("new");

        Ran refused = runAsIs(BUY + store + " --data " + folder);
        Ran away = runAsIs(BUY + " --store postgresql://ann@127.0.0.1:1/t --data " + folder);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("belong to", "--store", "--base-url");
        assertThat(away.code()).isEqualTo(4);
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_refused_store_is_not_noted_in_a_folder_that_has_its_account() {
        String first = " --store " + address();
        assertThat(exchange.run(BUY + first).code()).isZero();
        Path folder = home.resolve("new");
        String other = " --data " + folder + " --base-url " + exchange.simulator().uri();

        Ran refused = runAsIs(BUY + first + other);
        Ran corrected = runAsIs(BUY + " --store " + address() + other);

        assertThat(refused.code()).as(refused.out()).isEqualTo(2);
        assertThat(corrected.code()).as(corrected.err()).isZero();
    }

    private Ran runAsIs(String command) {
        return exchange.cli().runAsIs(command.split(" "));
    }

    @Test
    void an_address_with_a_password_and_a_server_that_is_away_are_named() {
        Ran password = exchange.run("order list --store postgresql://ann:hush@127.0.0.1/trading");
        Ran away = exchange.run("order list --store postgresql://ann@127.0.0.1:1/trading");

        assertThat(password.code()).isEqualTo(2);
        assertThat(password.err()).contains("without a password").doesNotContain("hush");
        assertThat(exchange.run("config show --store postgresql://ann:hu@sh@db1/trading").out())
                .contains("ann:***@db1")
                .doesNotContain("hu@");
        assertThat(away.code()).isEqualTo(4);
        assertThat(away.err()).contains("cannot be reached").doesNotContain("Exception");
    }

    private String verified(String store) {
        Ran ran = exchange.run("audit verify --json" + store);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.json().toString();
    }

    private static String address() {
        PostgresAddress address = PostgresServers.shared().newSchema();
        return address.toString();
    }
}
