package dev.lockstep.app.form;

import java.util.Optional;

/** Turns the lines of one file into forms, in order. */
sealed interface RowFormat permits CsvRows, JsonRows {
    /** Returns the form on a line; empty for the line that names the fields. */
    Optional<OrderRequestParser> form(String line);

    /**
     * Returns whether what a wrong line says can only be wrong for itself, and not for the whole
     * file.
     */
    boolean begun();
}
