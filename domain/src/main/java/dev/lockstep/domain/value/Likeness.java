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

    /** Letters to add, to drop or to exchange (Levenshtein). */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
