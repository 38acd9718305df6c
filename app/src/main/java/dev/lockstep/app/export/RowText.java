package dev.lockstep.app.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.lockstep.app.form.FileFormat;
import java.util.List;

/**
 * Rows as the text of a file, each with its line end.
 *
 * @param header what comes before the first row; empty for nothing
 * @param writer makes a row
 * @param lineEnd what a row still needs at its end
 * @param flat whether a value must be one text, so that a list becomes its JSON
 */
public record RowText(String header, ObjectWriter writer, String lineEnd, boolean flat) {
    /** Returns the text of a format. */
    public static RowText of(FileFormat format, List<String> columns) {
        return switch (format) {
            case CSV -> {
                CsvSchema schema =
                        CsvSchema.builder()
                                .addColumns(columns, CsvSchema.ColumnType.STRING)
                                .build();
                yield new RowText(
                        String.join(",", columns) + "\n", new CsvMapper().writer(schema), "", true);
            }
            case JSONL -> new RowText("", JsonMapper.builder().build().writer(), "\n", false);
        };
    }

    String row(ObjectNode node) {
        try {
            return writer.writeValueAsString(flat ? flattened(node) : node) + lineEnd;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row could not be written", impossible);
        }
    }

    private static ObjectNode flattened(ObjectNode node) {
        ObjectNode cells = node.objectNode();
        node.properties()
                .forEach(field ->
                        cells.set(
                                field.getKey(),
                                field.getValue().isContainerNode()
                                        ? cells.textNode(text(field.getValue()))
                                        : field.getValue()));
        return cells;
    }

    private static String text(JsonNode list) {
        return list.isEmpty() ? "" : list.toString();
    }
}
