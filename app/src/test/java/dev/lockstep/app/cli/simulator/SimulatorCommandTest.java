package dev.lockstep.app.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.key.SimulatorKeys;
import dev.lockstep.simulator.ApiKey;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a command of its own, and what steers one that runs. */
@Tag("slow")
class SimulatorCommandTest {
    private static final String PLAN =
            """
            {"rules":[{"target":"GET /v2/account","fault":"error_before","times":1}],
             "halted":["TSLA"]}
            """;

    @TempDir private Path home;

    private CliFixture cli = new CliFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
    }

    @Test
    void it_says_where_it_listens_and_ends_when_nobody_uses_it() {
        cli.with(SimulatorKeys.KEY, "MY-KEY").with(SimulatorKeys.SECRET, "my-secret");
        CliFixture.Ran ran = cli.run("simulator", "--port", "0", "--idle-exit", "1s");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines().toList())
                .singleElement()
                .asString()
                .matches("listening on http://127\\.0\\.0\\.1:\\d+");
        assertThat(cli.data().resolve("exchange/ledger.jsonl")).exists();
    }

    @Test
    void a_secret_on_the_command_line_is_warned_of_and_never_shown() {
        CliFixture.Ran ran =
                cli.run("simulator", "--idle-exit", "1s", "--key", "K", "--secret", "hush-hush");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("visible in the list of processes");
        assertThat(ran.out() + ran.err()).doesNotContain("hush-hush");
    }

    @Test
    void a_taken_port_is_told_in_one_line() {
        try (Simulator first = Simulator.start(SimulatorConfig.defaults())) {
            String port = String.valueOf(first.uri().getPort());
            CliFixture.Ran ran = cli.run("simulator", "--port", port);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains("port " + port + " is taken").doesNotContain("\tat ");
        }
    }

    @Test
    void a_fault_plan_is_put_in_force_shown_and_taken_back() throws Exception {
        Path plan = Files.writeString(home.resolve("plan.json"), PLAN);
        SimulatorConfig config = SimulatorConfig.defaults().withStateDir(home.resolve("state"));
        try (Simulator simulator = Simulator.start(config)) {
            String state = home.resolve("state").toString();
            CliFixture.Ran set = cli.run("simulator", "faults", plan.toString(), "--state", state);
            assertThat(set.code()).as(set.err()).isZero();
            assertThat(set.out()).contains("GET /v2/account", "error_before", "[\"TSLA\"]");
            assertThat(account(simulator.uri())).isEqualTo(503);
            assertThat(account(simulator.uri())).isEqualTo(200);

            String url = simulator.uri().toString();
            JsonNode shown = cli.run("simulator", "faults", "--json", "--url", url).json();
            assertThat(shown.at("/rules/0/struck").asInt()).isEqualTo(1);
            CliFixture.Ran cleared = cli.run("simulator", "faults", "--clear", "--url", url);
            assertThat(cleared.out()).contains("halted: []").doesNotContain("error_before");

            Files.writeString(plan, PLAN.replace("times", "tmies"));
            CliFixture.Ran refused = cli.run("simulator", "faults", plan.toString(), "--url", url);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("rules[0].tmies: given (expected: one of [events");
        }
    }

    @Test
    void faults_of_a_simulator_that_is_not_there_end_with_3() {
        assertThat(cli.run("simulator", "faults").err()).contains("no simulator runs on");
        CliFixture.Ran ran = cli.run("simulator", "faults", "--url", "http://127.0.0.1:1");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("no simulator answers at http://127.0.0.1:1");
    }

    @Test
    void accounts_come_from_a_file_that_only_its_owner_can_read() throws IOException {
        Path file =
                accounts(
                        "[{'account':'ann','key':'A','secret':'a'},"
                                + "{'account':'bob','key':'B','secret':'b','cash':2500.5}]");
        assertThat(SimulatorKeys.of(file))
                .isEqualTo(
                        List.of(
                                new ApiKey("A", "a", "ann"),
                                new ApiKey("B", "b", "bob", new BigDecimal("2500.5"))));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        CliFixture.Ran ran = cli.run("simulator", "--accounts", file.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("can be read by others; run: chmod 600");
    }

    @Test
    void a_bad_accounts_file_is_named_by_place_and_field_and_shows_no_secret() throws IOException {
        Map<String, String> bad =
                Map.of(
                        "[]",
                        "a list of 1 to 1000 objects",
                        "[{'account':'ann','key':'A'}]",
                        "[0].secret: missing",
                        "[{'account':'a','key':'A','secret':'hush','dollars':1}]",
                        "[0].dollars: given",
                        "[{'account':'a','key':'A','secret':'hush','cash':-1}]",
                        "[0].cash: -1 (expected: dollars, 0 to 1000000000000 with at most 2",
                        "[{'account':'a','key':'A','secret':'hush','cash':'1.005'}]",
                        "[0].cash: \"1.005\" (expected: dollars",
                        "[{'account':'a','key':'A','secret':'hush','cash':1},"
                                + "{'account':'a','key':'B','secret':'hush'}]",
                        "[1].cash: null (expected: the same in every entry of a)",
                        "[{'account':'a','key':'A','secret':'hush'},"
                                + "{'account':'b','key':'A','secret':'hush'}]",
                        "[1].key: A (expected: no other",
                        "[{'secret':'hush",
                        ": no JSON");
        for (Map.Entry<String, String> each : bad.entrySet()) {
            CliFixture.Ran ran =
                    cli.run("simulator", "--accounts", accounts(each.getKey()).toString());
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains(each.getValue()).doesNotContain("hush");
        }
    }

    private Path accounts(String json) throws IOException {
        Path file = home.resolve("accounts.json");
        Files.writeString(file, json.replace('\'', '"'));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static int account(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/v2/account"))
                        .header("APCA-API-KEY-ID", SimulatorConfig.DEFAULT_KEY.id())
                        .header("APCA-API-SECRET-KEY", SimulatorConfig.DEFAULT_KEY.secret())
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertThat(JsonMapper.builder().build().readTree(response.body()).isObject()).isTrue();
            return response.statusCode();
        }
    }
}
