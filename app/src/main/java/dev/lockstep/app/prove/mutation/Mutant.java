package dev.lockstep.app.prove.mutation;

import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One change of the code.
 *
 * @param type the class with its package
 * @param method the method
 * @param line the line, from 1
 * @param change the kind of change, such as {@code NegateConditionals}
 * @param end what the tests made of it
 */
public record Mutant(String type, String method, int line, String change, MutantEnd end) {
    /** Of a row: file, class, mutator, method, line, status and the test that failed. */
    private static final int MIN_CELLS = 6;

    private static final String MUTATOR = "Mutator";

    /** Reads PIT's report in CSV. */
    static List<Mutant> read(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().map(Mutant::of).toList();
    }

    private static Mutant of(String row) {
        String[] cells = row.split(",", -1);
        if (cells.length < MIN_CELLS) {
            throw new InvalidValueException("mutations.csv", row, "at least six cells");
        }
        String mutator = cells[2].substring(cells[2].lastIndexOf('.') + 1);
        return new Mutant(
                cells[1],
                cells[3],
                Integer.parseInt(cells[4]),
                mutator.replace(MUTATOR, ""),
                MutantEnd.of(cells[5]));
    }

    /** Returns the package, without the class. */
    String folder() {
        return type.substring(0, type.lastIndexOf('.'));
    }

    /** Returns the class without its package. */
    String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
