package dev.lockstep.persistence.sql.rows.chain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Canonical text of a record in the chain; the text determines the record's values unambiguously.
 */
public final class RecordContent {
    private final StringBuilder text = new StringBuilder();

    /** Creates a record without fields. */
    public RecordContent() {}

    /** Adds a field; a null value adds nothing. */
    public void field(String name, @Nullable String value) {
        if (value != null) {
            text.append(name)
                    .append(' ')
                    .append(value.codePointCount(0, value.length()))
                    .append(':')
                    .append(value)
                    .append('\n');
        }
    }

    /**
     * Returns the fields of a canonical text.
     *
     * @throws IllegalArgumentException if it is not canonical
     */
    public static Map<String, String> fields(String content) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < content.length()) {
            int space = content.indexOf(' ', at);
            int colon = content.indexOf(':', at);
            if (space < 0 || colon < space) {
                throw new IllegalArgumentException("no field at " + at + " of a record's content");
            }
            int chars = Integer.parseInt(content.substring(space + 1, colon));
            int end = content.offsetByCodePoints(colon + 1, chars);
            fields.put(content.substring(at, space), content.substring(colon + 1, end));
            at = end + 1;
        }
        return fields;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
