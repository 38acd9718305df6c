package dev.lockstep.app.config.value;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The lines of a file of properties, each together with those that continue it after a backslash.
 */
public final class PropertyLines {
    private PropertyLines() {}

    /** Returns the lines, joined where one continues the other; no line ends in the middle. */
    public static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            open.append(line);
            boolean first = open.length() == line.length();
            if (continued(line) && !(first && comment(line))) {
                open.append('\n');
            } else {
                joined.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            // It ends in the line end that it continues over: a line that follows is another one.
            joined.add(open.toString());
        }
        return joined;
    }

    /** Returns the name that a line sets, empty for a comment or a malformed line. */
    public static String name(String line) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IllegalArgumentException malformedEscape) {
            return "";
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string failed", impossible);
        }
        Set<String> names = properties.stringPropertyNames();
        return names.isEmpty() ? "" : names.iterator().next();
    }

    /** Returns a line that sets a value, whatever characters are in it. */
    public static String line(String name, String value) {
        return name
                + "="
                + value.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\f", "\\f");
    }

    private static boolean comment(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    /** An even number of backslashes at the end stands for half as many, and continues nothing. */
    private static boolean continued(String line) {
        int backslashes = 0;
        while (backslashes < line.length()
                && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
