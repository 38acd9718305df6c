package dev.lockstep.app.form;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.form.LineReader.Line;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of orders, read line by line, so that one bad row is named and the others are kept.
 *
 * <p>An order never needs more than one line, so a quote that is not closed cannot swallow the rows
 * after it.
 */
public final class OrderFile {
    /** The longest file. */
    public static final long MAX_FILE_BYTES = 64L * 1024 * 1024;

    /** The most orders in a file. */
    public static final int MAX_ROWS = 100_000;

    /** The longest line. */
    public static final int MAX_LINE_CHARS = 4_096;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final RowFormat format;
    private final List<FileRow> rows = new ArrayList<>();

    private OrderFile(RowFormat format) {
        this.format = format;
    }

    /** Reads a file; its extension decides the format unless {@code format} is given. */
    public static List<FileRow> read(Path file, Optional<FileFormat> format) {
        FileFormat known = format.orElseGet(() -> FileFormat.of(file));
        try {
            long bytes = Files.size(file);
            if (bytes > MAX_FILE_BYTES) {
                throw new InvalidValueException(
                        "file", file + " of " + bytes + " bytes", "at most " + MAX_FILE_BYTES);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, known);
            }
        } catch (CharacterCodingException notUtf8) {
            throw new CommandEnd(ExitCode.USAGE, "file " + file + " is not UTF-8 text", notUtf8);
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot read file " + file + ": " + IoText.of(unreadable),
                    unreadable);
        }
    }

    /** Reads rows from a stream. */
    public static List<FileRow> read(InputStream in, FileFormat format) throws IOException {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        return new OrderFile(format.rows())
                .rows(new LineReader(new BufferedReader(reader), MAX_LINE_CHARS));
    }

    private List<FileRow> rows(LineReader reader) throws IOException {
        int number = 0;
        boolean blank = true;
        for (Line line = reader.next(); line != null; line = reader.next()) {
            number++;
            blank &= withoutMark(line.text()).isBlank();
            if (line.tooLong()) {
                add(
                        new FileRow.Bad(
                                number,
                                "line",
                                line.text().substring(0, 40) + "…",
                                "at most " + MAX_LINE_CHARS + " characters"));
            } else if (!line.text().isBlank()) {
                read(number, number == 1 ? withoutMark(line.text()) : line.text());
            }
        }
        if (blank) {
            throw new InvalidValueException("file", "empty", "at least one line with orders");
        }
        return List.copyOf(rows);
    }

    private void read(int number, String text) {
        try {
            format.form(text).ifPresent(form -> add(new FileRow.Good(number, form.read())));
        } catch (InvalidValueException wrong) {
            if (!format.begun()) {
                throw wrong;
            }
            add(new FileRow.Bad(number, wrong.field(), wrong.value(), wrong.expected()));
        }
    }

    private void add(FileRow row) {
        if (rows.size() == MAX_ROWS) {
            throw new InvalidValueException("file", "more rows", "at most " + MAX_ROWS + " rows");
        }
        rows.add(row);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
