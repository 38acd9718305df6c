package dev.lockstep.domain.value;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the nearest name: the one with the fewest letters to change. */
public final class Likeness {
    /** Longer texts are cut. */
    private static final int MAX_CHARS = 64;

    /** Shorter names allow one wrong letter. */
    private static final int FEW_LETTERS = 3;

    private Likeness() {}

    /**
     * Returns the known name nearest to a text, of which only the first 64 letters count.
     *
     * @param known at least one
     */
    public static String nearest(String written, List<String> known) {
        String start = written.substring(0, Math.min(written.length(), MAX_CHARS));
        return known.stream()
                .min(Comparator.comparingInt(word -> changes(start, word)))
                .orElseThrow();
    }

    /**
     * Returns the known name that was probably meant: one that differs in at most a third of its
     * letters, or in one.
     */
    public static Optional<String> near(String written, List<String> known) {
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(nearest(written, known))
                        .filter(word ->
                                written.length() <= MAX_CHARS
                                        && changes(written, word)
                                                <= Math.max(1, word.length() / FEW_LETTERS));
    }

    /**
     * Letters to add, to drop, to exchange or to swap with the next one (optimal string alignment).
     */
    private static int changes(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : fewest(rows, i, j, from, to);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int fewest(int[][] rows, int i, int j, String from, String to) {
        int exchanged = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(exchanged, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(fewest, rows[i - 2][j - 2] + 1) : fewest;
    }
}
