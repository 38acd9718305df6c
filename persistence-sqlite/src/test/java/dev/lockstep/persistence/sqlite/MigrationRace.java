package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/** Opens a series of new databases, each simultaneously with other processes. */
final class MigrationRace {
    private static final Duration BOUND = Duration.ofMinutes(1);

    private MigrationRace() {}

    /** Arguments: folder, own number, number of racers, rounds. */
    @SuppressWarnings("SystemOut") // output read by the test that started it
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int own = Integer.parseInt(arguments[1]);
        int racers = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        for (int round = 0; round < rounds; round++) {
            meet(folder, round, own, racers);
            try (SqliteStore store = Stores.open(folder.resolve("fresh-" + round + ".db"))) {
                System.out.println("round " + round + " tag " + store.tag().value());
            }
        }
    }

    private static void meet(Path folder, int round, int own, int racers) throws IOException {
        Files.createFile(mark(folder, round, own));
        Eventually.within(
                BOUND,
                "every racer is at round " + round,
                () ->
                        IntStream.range(0, racers)
                                .allMatch(racer -> Files.exists(mark(folder, round, racer))));
    }

    private static Path mark(Path folder, int round, int racer) {
        return folder.resolve("at-" + round + "-" + racer);
    }
}
