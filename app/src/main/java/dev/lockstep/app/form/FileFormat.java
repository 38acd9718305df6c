package dev.lockstep.app.form;

import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.util.Locale;

/** The forms that an order file may have. */
public enum FileFormat {
    /** Comma-separated values; the first line names the fields. */
    CSV,
    /** One JSON object on each line. */
    JSONL;

    /** Returns the format by the file's extension. */
    public static FileFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CSV;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JSONL;
        }
        throw new InvalidValueException(
                "file", file, "a name ending in .csv, .jsonl or .ndjson, or --format");
    }

    /** Returns a fresh reading of rows in this format. */
    RowFormat rows() {
        return switch (this) {
            case CSV -> new CsvRows();
            case JSONL -> new JsonRows();
        };
    }
}
