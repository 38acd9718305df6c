package dev.lockstep.domain.audit;

/**
 * An entry of the chain of records, which covers everything stored besides orders; nothing in it is
 * assumed valid.
 *
 * @param seq its position in the chain, from 1
 * @param kind the kind of record, such as {@code FILL}
 * @param key the key of the record
 * @param content the record as written
 * @param origin {@code WRITTEN}, or {@code FOUND} if it existed before the chain
 * @param hash its stored hash
 */
public record StoredRecord(
        long seq, String kind, String key, String content, String origin, EventHash hash) {
    /** Returns the hash of an entry after another one. */
    public static EventHash hash(
            long seq, EventHash previous, String kind, String key, String content, String origin) {
        EventText text = new EventText(seq, previous);
        text.field("record.kind", kind);
        text.field("record.key", key);
        text.field("record.content", content);
        text.field("record.origin", origin);
        return text.hash();
    }

    /** Returns the hash that it has after another one. */
    public EventHash after(EventHash previous) {
        return hash(seq, previous, kind, key, content, origin);
    }

    /** Returns its position as text. */
    public String place() {
        return "record " + seq + " (" + kind + " " + key + ")";
    }
}
