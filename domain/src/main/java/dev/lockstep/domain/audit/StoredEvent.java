package dev.lockstep.domain.audit;

import java.util.List;

/**
 * One event as it is stored, with its place in the chain; nothing in it is taken to be sound.
 *
 * @param seq its place
 * @param orderId whose event it says it is
 * @param version the version it says it made
 * @param fields what its hash covers, in the order of {@link EventText}
 * @param orderThere whether that order is there
 * @param hash the hash that is stored with it
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

    /** The hash that it has after another one. */
    EventHash after(EventHash previous) {
        EventText text = new EventText(seq, previous);
        fields.forEach(field -> text.field(field.name(), field.value()));
        return text.hash();
    }

    /** Where it is, for a person. */
    String place() {
        return "event " + seq + " (order " + orderId + ", version " + version + ")";
    }

    /**
     * One field that is there.
     *
     * @param name its name
     * @param value its value as text
     */
    public record Field(String name, String value) {}
}
