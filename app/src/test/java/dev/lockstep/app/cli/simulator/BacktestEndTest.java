package dev.lockstep.app.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.cli.CliFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests that end before their last bar, and bots that are waited for. */
@Tag("slow")
class BacktestEndTest {
    private static final long LONGEST_SECONDS = 300;

    @TempDir private Path home;

    private CliFixture cli = new CliFixture(Path.of("."));
    private BacktestFixture fixture = new BacktestFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
        fixture = new BacktestFixture(home);
    }

    @Test
    void a_signal_ends_the_bot_and_writes_the_report_so_far() throws Exception {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 380);
        List<String> options = List.of("--bars", bars.toString(), "--speed", "60");
        Process process = started(fixture.command(options, "cut", BacktestFixture.bot("AAPL")));
        try (BufferedReader err = process.errorReader()) {
            String line = err.readLine();
            while (line != null && !line.contains("buy 200")) {
                line = err.readLine();
            }
            process.toHandle().destroy();
            err.lines().forEach(_ -> {});
        }
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        JsonNode report = JsonMapper.builder().build().readTree(home.resolve("cut.json").toFile());
        assertThat(report.at("/summary/interrupted").asBoolean()).isTrue();
        assertThat(report.at("/summary/end").asText()).isEqualTo("interrupted by SIGTERM");
        assertThat(report.at("/trades/0/side").asText()).isEqualTo("buy");
        assertThat(home.resolve("cut.html")).content().contains("interrupted by SIGTERM");
    }

    @Test
    void a_bot_that_does_not_subscribe_is_ended_after_the_wait() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        CliFixture.Ran ran = waited(bars, List.of());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().at("/summary/end").asText())
                .startsWith("the bot was ended after 1s (--wait): it has made 0 requests")
                .contains("has not subscribed to market data", "--sleepers");
    }

    @Test
    void a_sleeper_that_makes_no_request_is_ended_after_the_wait_and_no_time_has_passed()
            throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        CliFixture.Ran ran = waited(bars, List.of("--sleepers", "--speed", "600"));
        assertThat(ran.code()).isEqualTo(1);
        JsonNode summary = ran.json().get("summary");
        assertThat(summary.get("end").asText()).contains("it has made no request");
        assertThat(summary.get("to")).isEqualTo(summary.get("from"));
    }

    private CliFixture.Ran waited(Path bars, List<String> options) {
        List<String> all = new ArrayList<>(List.of("--bars", bars.toString(), "--wait", "1s"));
        all.addAll(options);
        return cli.run(fixture.command(all, "waited", List.of("sh", "-c", "exec sleep 600")));
    }

    private Process started(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", cli.data().toString()));
        ProcessBuilder builder = cli.processEnvironment().program().process(all);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
