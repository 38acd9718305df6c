package dev.lockstep.app.prove.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code lockstep prove network}. */
@Tag("slow")
class NetworkRunTest {
    @TempDir private Path temp;

    @Test
    void clients_see_each_order_once_while_the_network_fails() throws IOException {
        CliFixture cli = new CliFixture(temp.resolve("folder"));

        CliFixture.Ran ran =
                cli.run(
                        "prove",
                        "network",
                        "--for",
                        "8s",
                        "--clients",
                        "8",
                        "--history",
                        temp.resolve("history.jsonl").toString(),
                        "--report",
                        temp.resolve("report.json").toString(),
                        "--json");

        JsonNode result = ran.json();
        assertThat(result.path("breaches")).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(result.path("atExchange").asInt()).isPositive();
        assertThat(result.path("disturbances"))
                .hasSizeGreaterThan(20)
                .anyMatch(count -> count.asInt() > 0);
    }
}
