package dev.lockstep.app.form;

/** One row of an order file. */
public sealed interface FileRow {
    /** Returns the line it stands on, counted from 1. */
    int line();

    /**
     * A row that makes sense.
     *
     * @param line the line
     * @param order what it says
     */
    record Good(int line, OrderRequest order) implements FileRow {}

    /**
     * A row that does not.
     *
     * @param line the line
     * @param field which field is wrong
     * @param value what it says
     * @param expected what would be allowed
     */
    record Bad(int line, String field, String value, String expected) implements FileRow {
        /** For example {@code line 7: qty: 0 (expected: > 0)}. */
        public String text() {
            return "line " + line + ": " + field + ": " + value + " (expected: " + expected + ")";
        }
    }
}
