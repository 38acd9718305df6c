package dev.lockstep.persistence.sqlite.rows;

import org.jspecify.annotations.Nullable;

/** The text of a record in the chain: only one text can come of one record. */
public final class RecordContent {
    private final StringBuilder text = new StringBuilder();

    /** A record without fields yet. */
    public RecordContent() {}

    /** Adds a field; one without a value adds nothing. */
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
