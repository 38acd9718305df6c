package dev.lockstep.domain.notification;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to report to a person.
 *
 * @param id derived from what it reports: a repeated delivery has the same id; 1 to 200 printable
 *     characters
 * @param kind its kind
 * @param at when it happened
 * @param title one line
 * @param text the details, empty if the title says all
 * @param fields the details for programs, by the names of the REST API
 */
public record Notification(
        String id,
        NotificationKind kind,
        Instant at,
        String title,
        String text,
        Map<String, String> fields) {
    /** The field with the symbol of an order. */
    public static final String SYMBOL = "symbol";

    /** The field with the strategy of an order. */
    public static final String STRATEGY = "strategy";

    private static final int MAX_ID_CHARS = 200;
    private static final int MAX_TITLE_CHARS = 300;
    private static final int MAX_TEXT_CHARS = 2_000;

    public Notification {
        Text.printable("id", id, MAX_ID_CHARS);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        title = bounded(title, MAX_TITLE_CHARS);
        text = bounded(text, MAX_TEXT_CHARS);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns a field, null if it has none of this name. */
    public @Nullable String field(String name) {
        return fields.get(name);
    }

    /** Returns the same with an id that no other database has. */
    public Notification of(InstanceTag tag) {
        return new Notification(tag.value() + "-" + id, kind, at, title, text, fields);
    }

    private static String bounded(String text, int maxChars) {
        return text.length() <= maxChars ? text : text.substring(0, maxChars - 1) + "…";
    }
}
