package dev.lockstep.app.form;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fields that a record has in JSON and as columns: its components, in their order. */
public final class RecordFields {
    private RecordFields() {}

    /** Returns the names of the fields. */
    public static List<String> names(Class<? extends Record> type) {
        return of(type).map(RecordComponent::getName).toList();
    }

    /** Returns the components; one that is unwrapped is replaced by its own. */
    public static Stream<RecordComponent> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(RecordFields::flat);
    }

    private static Stream<RecordComponent> flat(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? of(component.getType().asSubclass(Record.class))
                : Stream.of(component);
    }
}
