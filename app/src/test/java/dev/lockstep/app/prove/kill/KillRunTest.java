package dev.lockstep.app.prove.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.prove.disk.library.DiskLibrary;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code lockstep prove kill}. */
@Tag("slow")
class KillRunTest {
    private static final int CYCLES = 6;

    private @TempDir Path temp;

    @BeforeEach
    void requireLibrary() throws InterruptedException {
        Optional<String> missing = DiskLibrary.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    @Test
    void nothing_is_lost_when_processes_are_killed_and_stopped() {
        CliFixture.Ran ran =
                new CliFixture(temp)
                        .run(
                                "prove",
                                "kill",
                                "--cycles",
                                String.valueOf(CYCLES),
                                "--report",
                                temp.resolve("report.json").toString(),
                                "--json");

        JsonNode result = ran.json();
        assertThat(result.path("violations")).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(result.path("cycles").asInt()).isEqualTo(CYCLES);
        assertThat(result.path("comparisons").asInt()).isEqualTo(1);
        assertThat(CliFixture.fields(result.path("outcomes")))
                .anyMatch(name -> name.endsWith(" killed"));
    }
}
