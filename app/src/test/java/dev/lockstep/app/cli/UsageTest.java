package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.key.ApiKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What happens when a command is used wrongly: one line, the right exit code, no stack trace. */
@Tag("slow")
class UsageTest {
    @TempDir private Path home;

    private CliFixture cli = new CliFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
    }

    @Test
    void help_lists_the_commands_and_the_exit_codes() {
        CliFixture.Ran ran = cli.runAsIs("--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains(
                        "demo",
                        "verify",
                        "order",
                        "sync",
                        "positions",
                        "account",
                        "doctor",
                        "stress")
                .contains("the broker could not be reached", "lockstep config show")
                .doesNotContain("demo-syncer", "stress-worker");
    }

    @Test
    void an_unknown_command_is_answered_with_the_nearest_one() {
        CliFixture.Ran ran = cli.runAsIs("oder");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("unknown command: oder", "Did you mean", "order");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    oder                                  | lockstep order?
                    order sbumit                          | lockstep order submit?
                    list                                  | lockstep order list?
                    order submit --symbl AAPL             | --symbol?
                    order submit --limt-price=5           | --limit-price?
                    order submit --limit 5                | --limit-price?
                    config check --lock-deadlin 5s        | --lock-deadline?
                    run --prot 0                          | --port?
                    order submit --qyt 5                  | --qty?
                    """)
    void what_was_meant_is_named(String command, String meant) {
        CliFixture.Ran ran = cli.runAsIs(command.split(" ", -1));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Did you mean: " + meant);
    }

    @Test
    void a_setting_that_is_like_no_other_is_answered_without_a_guess() {
        CliFixture.Ran ran = cli.with("LOCKSTEP_XYLOPHONE_COLOR", "blue").run("order", "list");
        assertThat(ran.err())
                .contains("LOCKSTEP_XYLOPHONE_COLOR", "lockstep config show")
                .doesNotContain("?)");
    }

    @Test
    void a_word_that_is_like_nothing_is_answered_with_the_way_to_the_help() {
        CliFixture.Ran ran = cli.runAsIs("xylophone");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("xylophone", "Try: lockstep --help");
        assertThat(ran.err()).doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', false, false",
        "'', '', true, true",
        "'', NO_COLOR, true, false",
        "never, '', true, false",
        "always, '', false, true",
        "always, NO_COLOR, false, true",
        "auto, '', false, false",
    })
    void words_are_colored_at_a_terminal_only_unless_somebody_wants_otherwise(
            String flag, String variable, boolean terminal, boolean colored) {
        if (!variable.isEmpty()) {
            cli.with(variable, "1");
        }
        CliFixture at = terminal ? cli.atTerminal() : cli;
        CliFixture.Ran wrong =
                flag.isEmpty() ? at.runAsIs("oder") : at.runAsIs("--color", flag, "oder");
        CliFixture.Ran checked =
                flag.isEmpty()
                        ? at.run("config", "check")
                        : at.run("config", "check", "--color", flag);
        assertThat(wrong.err().contains("\u001b[")).isEqualTo(colored);
        assertThat(checked.out().contains("\u001b[")).isEqualTo(colored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    order list x y                | unexpected argument: x (expected: no arguments after lockstep order list)
                    risk set max-order-value 5 6  | unexpected argument: 6 (expected: only NAME VALUE after lockstep risk set)
                    risk set price-collar -5%     | VALUE: -5% (expected: a value that does not begin with '-')
                    risk set price-collar -5      | price-collar: -5 (expected: above 0 and at most 100 percent, at most 4 decimals)
                    risk set price-collar 500     | price-collar: 500 (expected: above 0 and at most 100 percent, at most 4 decimals)
                    incidents list                | unknown command: list (expected: acknowledge, close)
                    adjustments                   | command: missing (expected: list)
                    risk                          | command: missing (expected: show, set, clear)
                    demo --kill 99999999999       | kill: 99999999999 (expected: a whole number, 1 to 1000)
                    order list --limit many       | limit: many (expected: a whole number, 1 to 1000)
                    """)
    void a_wrong_argument_is_named_with_what_is_allowed(String command, String error) {
        CliFixture.Ran ran = cli.runAsIs(command.split(" ", -1));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("lockstep: " + error);
    }

    @Test
    void the_help_of_run_lists_all_settings() {
        assertThat(cli.runAsIs("run", "--help").out())
                .contains("--port", "--sync-interval", "--lock-deadline", "--log-level");
        assertThat(cli.runAsIs("order", "list", "--help").out()).doesNotContain("--lock-deadline");
    }

    @Test
    void another_word_for_color_is_told_what_is_allowed() {
        CliFixture.Ran ran = cli.run("config", "check", "--color", "blue");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("color: blue (expected: auto, always or never)");
    }

    @Test
    void no_command_at_all_is_a_usage_error() {
        assertThat(cli.runAsIs().code()).isEqualTo(2);
        assertThat(cli.runAsIs("order").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    order submit --side buy --qty 1                        | symbol: missing
                    order submit --symbol AAPL --side buy --qty 0          | qty: 0 (expected: > 0)
                    order submit --symbol AAPL --side buy --qty 1 --all-or-nothing | --all-or-nothing: given (expected: only with --file)
                    order submit --symbol AAPL --side buy --qty 1 --threads 0 | threads: 0 (expected: 1 to 64)
                    order submit --file nowhere.csv                        | cannot read file nowhere.csv
                    order submit --file orders.csv --symbol AAPL           | symbol: AAPL (expected: not together with --file)
                    order submit --file orders.xls                         | a name ending in .csv
                    order list                                             | no database in
                    order list --status lost                               | status: lost (expected: all, open
                    order list --limit 0                                   | limit: 0 (expected: 1 to 1000)
                    order list --limit x                                   | limit: x (expected: a whole number, 1 to 1000)
                    order list --after x                                   | orderId: x
                    order list --symbol $                                  | symbol: $
                    order show x                                           | no database in
                    order show                                             | Missing required parameter
                    order cancel                                           | Missing required parameter
                    order cancel x                                         | no database in
                    verify                                                 | no database in
                    sync --mode moon                                       | mode: moon (expected: sim, paper or live)
                    positions --mode paper                                 | APCA_API_KEY_ID is missing
                    account --mode live                                    | real money
                    doctor --base-url ftp://x                              | base-url: ftp://x
                    simulator --port 99999                                 | port: 99999
                    simulator --idle-exit 0                                | idle-exit: 0 (expected: 1s to 24h, with a unit
                    simulator --tick -1s                                   | tick: -1s (expected: 0ms to 1h
                    simulator --speed -1                                   | speed: -1 (expected: 0 to 1,000,000)
                    simulator --partial-fills 2                            | partialFillProbability: 2 (expected: 0 to 1)
                    simulator --clock moon                                 | clock: moon (expected: always-open, real
                    simulator --clock replay                               | replay needs --replay FILE
                    simulator --replay nowhere.csv                         | replay: cannot read nowhere.csv
                    simulator --faults nowhere.json                        | faults: cannot read nowhere.json
                    simulator --key K                                      | secret: missing (expected: $LOCKSTEP_SIMULATOR_SECRET
                    simulator --secret S                                   | key: missing
                    simulator --accounts nowhere.json                      | cannot read accounts file nowhere.json
                    simulator --accounts a.json --key K                    | accounts: given (expected: not together with --key or --secret)
                    simulator faults nowhere.json --url http://127.0.0.1:1 | faults: cannot read nowhere.json
                    simulator faults plan.json --clear                     | clear: plan.json
                    simulator faults --url nonsense                        | url: nonsense (expected: such as http://127.0.0.1:8080)
                    demo --orders 0                                        | orders: 0 (expected: 1 to 1000000)
                    demo --threads 9999                                    | threads: 9999
                    stress --processes 0                                   | processes: 0 (expected: 1 to 32)
                    stress --processes 33                                  | processes: 33 (expected: 1 to 32)
                    stress --threads 257                                   | threads: 257 (expected: 1 to 256)
                    stress --for 11m                                       | for: 11m (expected: 1s to 10m)
                    stress --for 10                                        | for: 10 (expected: 1s to 10m, with a unit
                    close AAPL --percent abc                               | percent: abc (expected: a number)
                    cancel-all --side up                                   | side: up (expected: buy, sell)
                    export trades                                          | WHAT: trades (expected: orders, events, fills, adjustments, trips)
                    incidents --before -5                                  | before: -5 (expected: > 0)
                    order list --for 5s                                    | for: 5s (expected: only with --watch)
                    """)
    void bad_input_is_named_and_ends_with_2(String command, String message) {
        CliFixture.Ran ran = cli.run(command.split(" ", -1));
        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void the_demo_refuses_a_folder_with_files() throws IOException {
        Files.createDirectories(cli.data());
        Files.writeString(cli.data().resolve("mine"), "precious");
        CliFixture.Ran ran = cli.run("demo");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("new or empty folder", "lockstep verify --data");
        assertThat(cli.data().resolve("mine")).hasContent("precious");
    }

    @Test
    void a_blank_path_is_not_the_folder_one_happens_to_be_in() {
        assertThat(cli.runAsIs("order", "list", "--data", "").err())
                .contains("data: empty (expected: a file or folder)");
        assertThat(cli.run("backup", "").err()).contains("FILE: empty (expected: a file");
    }

    @ParameterizedTest
    @CsvSource({
        "order list",
        "order submit --symbol AAPL --side buy --qty 1",
        "doctor",
        "halt",
        "run --port 0",
        "simulator",
        "backup copy.db",
        "export orders",
    })
    void a_file_in_the_place_of_the_data_folder_is_told(String command) throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no folder");

        CliFixture.Ran ran = cli.runAsIs((command + " --data " + file).split(" ", -1));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("data: " + file + " (expected: a folder)")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_jvm_that_cannot_go_on_says_so_without_a_stack_trace() {
        CommandLine line = cli.commandLine(List.of());
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err, true));
        line.setExecutionStrategy(_ -> {
            throw new StackOverflowError();
        });

        assertThat(Lockstep.run(line, "sync")).isEqualTo(5);
        assertThat(err).hasToString("lockstep: fatal error: java.lang.StackOverflowError\n");
    }

    @Test
    void a_folder_of_somebody_else_is_not_verified() throws IOException {
        Files.createDirectories(cli.data());
        Files.writeString(cli.data().resolve("mine"), "precious");
        assertThat(cli.run("verify").code()).isEqualTo(2);
        assertThat(cli.data().resolve("lockstep.db")).doesNotExist();
    }

    @Test
    void a_broker_that_is_not_there_ends_with_3_and_names_the_address() {
        cli.with(ApiKeys.KEY_ID, "id").with(ApiKeys.SECRET, "hush-hush");
        CliFixture.Ran ran =
                cli.run("account", "--mode", "paper", "--base-url", "http://127.0.0.1:1");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("127.0.0.1").doesNotContain("hush-hush", "\tat ");
    }

    @Test
    void a_file_that_is_no_database_ends_with_4() throws IOException {
        Files.createDirectories(cli.data());
        Files.writeString(cli.data().resolve("lockstep.db"), "no database ".repeat(1_000));
        CliFixture.Ran ran = cli.run("order", "list");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).startsWith("lockstep: ").doesNotContain("\tat ");
    }
}
