package dev.lockstep.simulator.bars;

import java.util.ArrayList;
import java.util.List;

/** Collects the errors of a file by line, column, value and allowed values. */
final class Problems {
    private static final int MAX_SHOWN = 20;

    private final String file;
    private final List<String> shown = new ArrayList<>();
    private int count;

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String column, String value, String expected) {
        count++;
        if (count <= MAX_SHOWN) {
            shown.add(
                    file
                            + " line "
                            + line
                            + ", "
                            + column
                            + ": \""
                            + value
                            + "\" (expected: "
                            + expected
                            + ")");
        }
    }

    int count() {
        return count;
    }

    /**
     * Fails if any error was recorded.
     *
     * @throws IllegalArgumentException that lists the first errors
     */
    void check() {
        if (count == 0) {
            return;
        }
        String rest = count > MAX_SHOWN ? "\nand " + (count - MAX_SHOWN) + " more" : "";
        throw new IllegalArgumentException(String.join("\n", shown) + rest);
    }
}
