package dev.lockstep.app.config.value;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of a file of properties with the lines where they are: a name that is set twice has no
 * clear value, though {@link Properties} takes the last one.
 */
public final class PropertyTexts {
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, List<Integer>> places = new TreeMap<>();
    private final List<String> malformed = new ArrayList<>();

    /** Reads the lines of a file. */
    public PropertyTexts(List<String> lines) {
        int number = 1;
        for (String line : PropertyLines.joined(lines)) {
            take(number, line);
            number += (int) line.chars().filter(each -> each == '\n').count() + 1;
        }
    }

    private void take(int number, String line) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(line));
        } catch (IllegalArgumentException escape) {
            malformed.add(
                    "line " + number + ": malformed (expected: \\u and four digits of 0-9, a-f)");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string failed", impossible);
        }
        for (String name : read.stringPropertyNames()) {
            values.put(name, read.getProperty(name));
            places.computeIfAbsent(name, _ -> new ArrayList<>()).add(number);
        }
    }

    /** Returns the last value of each name. */
    public Map<String, String> values() {
        return values;
    }

    /** Returns the malformed lines by their numbers, without what is in them. */
    public List<String> malformed() {
        return malformed;
    }

    /** Returns the names that several lines set, each with the numbers of these lines. */
    public Map<String, String> repeated() {
        return places.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each ->
                                        "set in lines "
                                                + listed(each.getValue())
                                                + " (expected: once)",
                                (one, _) -> one,
                                TreeMap::new));
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }
}
