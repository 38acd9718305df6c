package dev.lockstep.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.ScenarioFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/simulation.md lists every invariant, actor and fault that the program has. */
class SimulationDocumentTest {
    private static final Pattern NAME = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void it_lists_every_invariant() throws IOException {
        assertThat(names("Invariants"))
                .containsExactlyElementsOf(words(Invariant.values(), Invariant::word));
    }

    @Test
    void it_lists_every_actor() throws IOException {
        assertThat(names("Actors"))
                .containsExactlyElementsOf(words(ActorKind.values(), ActorKind::word));
    }

    @Test
    void it_lists_every_fault() throws IOException {
        assertThat(names("Faults"))
                .containsExactlyElementsOf(words(ScenarioFault.values(), ScenarioFault::word));
    }

    private static <T> java.util.List<String> words(
            T[] values, java.util.function.Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private static Stream<String> names(String section) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "simulation.md"));
        String part = text.split("\n## " + section + "\n", 2)[1].split("\n## ", 2)[0];
        return NAME.matcher(part).results().map(found -> found.group(1));
    }
}
