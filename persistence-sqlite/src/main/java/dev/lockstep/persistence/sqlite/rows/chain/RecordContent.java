package dev.lockstep.persistence.sqlite.rows.chain;

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

    @Override
    public String toString() {
        return text.toString();
    }
}
