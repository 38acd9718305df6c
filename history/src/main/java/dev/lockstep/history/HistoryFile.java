package dev.lockstep.history;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a history as lines of JSON and reads it again, so that it can be checked again. */
public final class HistoryFile {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private HistoryFile() {}

    /** Writes a history. */
    public static void write(History history, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Invocation each : history.invocations()) {
                line(out, new Line(each, null, null));
            }
            for (SeenOrder each : history.end()) {
                line(out, new Line(null, each, null));
            }
            for (LedgerLine each : history.ledger()) {
                line(out, new Line(null, null, each));
            }
        }
    }

    /**
     * Reads a history.
     *
     * @throws IOException if the file cannot be read, or a line is not one of a history; the
     *     message names its number
     */
    public static History read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<String> texts = Files.lines(file)) {
            for (String text : (Iterable<String>) texts::iterator) {
                lines.add(parsed(text, lines.size() + 1));
            }
        }
        return new History(
                lines.stream().flatMap(line -> Stream.ofNullable(line.invocation())).toList(),
                lines.stream().flatMap(line -> Stream.ofNullable(line.end())).toList(),
                lines.stream().flatMap(line -> Stream.ofNullable(line.ledger())).toList());
    }

    private static Line parsed(String text, int number) throws IOException {
        try {
            return JSON.readValue(text, Line.class);
        } catch (JacksonException broken) {
            throw new IOException(
                    "line " + number + " is not of a history: " + broken.getOriginalMessage(),
                    broken);
        }
    }

    private static void line(BufferedWriter out, Line line) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.newLine();
    }

    /** One of the three. */
    private record Line(
            @Nullable Invocation invocation,
            @Nullable SeenOrder end,
            @Nullable LedgerLine ledger) {}
}
