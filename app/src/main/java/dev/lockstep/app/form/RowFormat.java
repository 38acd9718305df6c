package dev.lockstep.app.form;

import java.util.Optional;

/** Turns the lines of one file into forms, in order. */
sealed interface RowFormat permits CsvRows, JsonRows {
    /** The form on a line; empty for the line that names the fields. */
    Optional<OrderRequestParser> form(String line);

    /** Whether what a wrong line says can only be wrong for itself, and not for the whole file. */
    boolean begun();
}
