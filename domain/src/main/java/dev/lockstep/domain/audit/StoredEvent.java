package dev.lockstep.domain.audit;

import java.util.List;

/**
 * A stored event with its position in the chain; nothing in it is assumed valid.
 *
 * @param seq its position
 * @param orderId its order
 * @param version the version that it made
 * @param fields the content of its hash, in the order of {@link EventText}
 * @param orderThere whether the order exists
 * @param hash its stored hash
 */
public record StoredEvent(
        long seq,
        String orderId,
        long version,
        List<Field> fields,
        boolean orderThere,
        EventHash hash) {
    public StoredEvent {
        fields = List.copyOf(fields);
    }

    /** Returns the hash that it has after another one. */
    EventHash after(EventHash previous) {
        EventText text = new EventText(seq, previous);
        fields.forEach(field -> text.field(field.name(), field.value()));
        return text.hash();
    }

    /** Returns its position as text. */
    String place() {
        return "event " + seq + " (order " + orderId + ", version " + version + ")";
    }

    /**
     * A field.
     *
     * @param name its name
     * @param value its value as text
     */
    public record Field(String name, String value) {}
}
