package dev.lockstep.app.prove.fuzz.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Writes lines of cells, such as CSV or properties, with mistakes in cells, lines and line ends.
 */
public final class LineMutator {
    private static final int[] MISTAKES = {0, 1, 1, 1, 2, 3, 8};
    private static final List<String> LINE_ENDS = List.of("\n", "\n", "\n", "\r\n", "\r", "\n\n");

    private LineMutator() {}

    /**
     * Returns lines as one text with mistakes.
     *
     * @param separator stands between the cells of a line
     */
    public static String text(
            List<List<String>> sample, String separator, SplittableRandom random) {
        List<List<String>> lines = new ArrayList<>();
        sample.forEach(line -> lines.add(new ArrayList<>(line)));
        for (int left = MISTAKES[random.nextInt(MISTAKES.length)]; left > 0; left--) {
            mistake(lines, random);
        }
        String end = StrangeValues.of(LINE_ENDS, random);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(String.join(separator, line)).append(end);
        }
        return text.toString();
    }

    private static void mistake(List<List<String>> lines, SplittableRandom random) {
        if (lines.isEmpty()) {
            return;
        }
        int at = random.nextInt(lines.size());
        List<String> line = lines.get(at);
        if (line.isEmpty()) {
            line.add(StrangeValues.text("", random));
            return;
        }
        int cell = random.nextInt(line.size());
        switch (random.nextInt(10)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size() + 1), new ArrayList<>(line));
            case 2 -> line.remove(cell);
            case 3 -> line.add(cell, StrangeValues.text(line.get(cell), random));
            case 4 -> Collections.shuffle(random.nextBoolean() ? lines : line, Random.from(random));
            case 5 -> line.set(cell, line.get(random.nextInt(line.size())));
            case 6 -> line.set(cell, '"' + StrangeValues.text(line.get(cell), random));
            default -> line.set(cell, StrangeValues.text(line.get(cell), random));
        }
    }
}
