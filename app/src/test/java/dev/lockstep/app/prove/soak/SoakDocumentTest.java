package dev.lockstep.app.prove.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/soak.md states the rule and the bound of every measure. */
class SoakDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "soak.md");

    @Test
    void it_has_the_bound_of_every_measure() throws IOException {
        assertThat(Files.readString(DOCUMENT).lines().filter(line -> line.startsWith("| `")))
                .hasSize(Measure.values().length)
                .allSatisfy(row -> {
                    Measure measure =
                            Arrays.stream(Measure.values())
                                    .filter(each -> row.startsWith("| `" + each.word() + "` |"))
                                    .findFirst()
                                    .orElseThrow();
                    String amount = String.valueOf(measure.slack() / measure.perUnit());
                    assertThat(row)
                            .endsWith(
                                    measure.perUnit() == 1
                                            ? "| " + amount + " |"
                                            : "| " + amount + " MiB |");
                });
    }

    @Test
    void it_has_the_allowed_growth() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains("plus " + Trend.MAX_GROWTH_PERCENT + " %");
    }
}
