package dev.lockstep.app.cli.prove;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Scenario;
import dev.lockstep.simulation.scenario.ScenarioFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that restrict a seed's scenario, as in the command of a minimized failure. */
final class ScenarioOptions {
    private static final Duration MIN_LENGTH = Duration.ofSeconds(1);
    private static final Duration MAX_LENGTH = Duration.ofHours(1);

    @Option(
            names = "--actors",
            paramLabel = "LIST",
            split = ",",
            description = "Only these actors (default: chosen by the seed).")
    private @Nullable List<String> actors;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            split = ",",
            description = "Only these faults, or none (default: chosen by the seed).")
    private @Nullable List<String> faults;

    @Option(
            names = "--length",
            paramLabel = "TIME",
            description = "Time in which actors act, such as 30s (default: chosen by the seed).")
    private @Nullable String length;

    Scenario of(long seed) {
        Scenario whole = Scenario.of(seed);
        return new Scenario(
                seed,
                actors == null
                        ? whole.actors()
                        : set("actors", ActorKind.class, actors, ActorKind::word),
                faults == null
                        ? whole.faults()
                        : set("faults", ScenarioFault.class, faults, ScenarioFault::word),
                length == null
                        ? whole.length()
                        : TimeSpan.parse("length", length, MIN_LENGTH, MAX_LENGTH));
    }

    private static <E extends Enum<E>> Set<E> set(
            String field, Class<E> type, List<String> words, Function<E, String> word) {
        Set<E> set = EnumSet.noneOf(type);
        for (String text : words) {
            if (!text.equals("none")) {
                set.add(
                        Arrays.stream(type.getEnumConstants())
                                .filter(each -> word.apply(each).equals(text.strip()))
                                .findFirst()
                                .orElseThrow(() ->
                                        new InvalidValueException(
                                                field, text, "a name from docs/simulation.md")));
            }
        }
        return set;
    }
}
