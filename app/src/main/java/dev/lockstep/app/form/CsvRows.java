package dev.lockstep.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comma-separated rows under a line of field names. */
final class CsvRows implements RowFormat {
    private static final ObjectReader CELLS =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .build()
                    .readerFor(String[].class);

    private final List<OrderField> columns = new ArrayList<>();

    @Override
    public Optional<OrderRequestParser> form(String line) {
        String[] cells = cells(line);
        if (columns.isEmpty()) {
            nameColumns(cells);
            return Optional.empty();
        }
        if (cells.length != columns.size()) {
            throw new InvalidValueException(
                    "row", cells.length + " cells", columns.size() + " as in the first line");
        }
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        for (int i = 0; i < cells.length; i++) {
            texts.put(columns.get(i), cells[i]);
        }
        return Optional.of(new OrderRequestParser(texts));
    }

    @Override
    public boolean begun() {
        return !columns.isEmpty();
    }

    private void nameColumns(String[] names) {
        List<OrderField> named = new ArrayList<>();
        for (String name : names) {
            OrderField field =
                    OrderField.named(name)
                            .orElseThrow(() ->
                                    new InvalidValueException("column", name, OrderField.known()));
            if (named.contains(field)) {
                throw new InvalidValueException("column", name, "each field once");
            }
            named.add(field);
        }
        columns.addAll(named);
    }

    private static String[] cells(String line) {
        try (MappingIterator<String[]> rows = CELLS.readValues(line)) {
            return rows.hasNextValue() ? rows.nextValue() : new String[0];
        } catch (JsonProcessingException malformed) {
            throw new InvalidValueException("row", line, "comma-separated values");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string failed", impossible);
        }
    }
}
