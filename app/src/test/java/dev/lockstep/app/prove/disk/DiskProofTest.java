package dev.lockstep.app.prove.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.prove.disk.library.DiskLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code lockstep prove disk}. */
@Tag("slow")
class DiskProofTest {
    private @TempDir Path temp;

    @BeforeEach
    void requireLibrary() throws InterruptedException {
        Optional<String> missing = DiskLibrary.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    @Test
    void every_acknowledged_write_survives_a_crash_of_a_sound_disk_and_of_each_faulty_one() {
        CliFixture.Ran ran = prove("sound", "--writes", "300", "--states", "10");

        JsonNode result = ran.json();
        assertThat(result.path("runs"))
                .hasSize(6)
                .allSatisfy(run -> {
                    assertThat(run.path("faults")).isEmpty();
                    assertThat(run.path("violations")).isEmpty();
                    assertThat(run.path("checked").asInt()).isEqualTo(10);
                    assertThat(run.path("failed").asLong() > 0)
                            .isEqualTo(!run.path("fault").asText().isEmpty());
                });
        assertThat(ran.code()).isZero();
    }

    @Test
    void a_disk_that_ignores_syncs_is_caught_and_its_state_can_be_checked_again() {
        CliFixture.Ran ran =
                prove("lost", "--lost-syncs", "--writes", "100", "--states", "4", "--seed", "3");

        assertThat(ran.code()).isEqualTo(1);
        JsonNode violation = ran.json().path("runs").path(0).path("violations").path(0);
        assertThat(violation.path("faults").toString()).contains("was acknowledged");
        List<String> replay =
                new ArrayList<>(Arrays.asList(CliFixture.words(violation.path("replay").asText())));
        CliFixture.Ran again =
                new CliFixture(temp.resolve("replay"))
                        .run(replay.subList(1, replay.size()).toArray(String[]::new));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains("was acknowledged");
    }

    private CliFixture.Ran prove(String folder, String... options) {
        List<String> all = new ArrayList<>(List.of("prove", "disk", "--json"));
        all.addAll(List.of("--report", temp.resolve(folder + ".json").toString()));
        all.addAll(List.of(options));
        return new CliFixture(temp.resolve(folder)).run(all.toArray(String[]::new));
    }
}
