package dev.lockstep.app.prove.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.history.HistoryFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code lockstep prove history}. */
@Tag("slow")
class HistoryRunTest {
    @TempDir private Path temp;

    @Test
    void clients_see_each_order_once_while_processes_are_killed() throws IOException {
        Path file = temp.resolve("history.jsonl");
        Path report = temp.resolve("report.json");
        CliFixture cli = new CliFixture(temp.resolve("folder"));

        CliFixture.Ran ran =
                cli.run(
                        "prove",
                        "history",
                        "--for",
                        "8s",
                        "--clients",
                        "8",
                        "--history",
                        file.toString(),
                        "--report",
                        report.toString(),
                        "--json");

        JsonNode result = ran.json();
        assertThat(result.path("breaches")).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(result.path("atExchange").asInt()).isPositive();
        JsonNode disturbances = result.path("disturbances");
        assertThat(
                        disturbances.path("process-killed").asInt()
                                + disturbances.path("process-stopped").asInt())
                .isPositive();
        assertThat(HistoryFile.read(file).invocations()).hasSize(result.path("requests").asInt());
    }

    @Test
    void a_file_that_is_no_history_is_refused() {
        CliFixture cli = new CliFixture(temp);

        CliFixture.Ran ran =
                cli.run(
                        "prove",
                        "history",
                        "--check",
                        temp.resolve("none.jsonl").toString(),
                        "--report",
                        temp.resolve("report.json").toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("check: ", "none.jsonl");
    }
}
