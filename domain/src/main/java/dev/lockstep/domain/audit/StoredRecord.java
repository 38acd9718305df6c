package dev.lockstep.domain.audit;

/**
 * One entry of the chain of records, which covers what is kept besides orders; nothing in it is
 * taken to be sound.
 *
 * @param seq its place in the chain, from 1
 * @param kind the kind of record, such as {@code FILL}
 * @param key which record of its kind
 * @param content the record as it was written
 * @param origin {@code WRITTEN}, or {@code FOUND} where it was there before the chain
 * @param hash the hash that is stored with it
 */
public record StoredRecord(
        long seq, String kind, String key, String content, String origin, EventHash hash) {
    /** The hash of an entry after another one. */
    public static EventHash hash(
            long seq, EventHash previous, String kind, String key, String content, String origin) {
        EventText text = new EventText(seq, previous);
        text.field("record.kind", kind);
        text.field("record.key", key);
        text.field("record.content", content);
        text.field("record.origin", origin);
        return text.hash();
    }

    /** The hash that it has after another one. */
    public EventHash after(EventHash previous) {
        return hash(seq, previous, kind, key, content, origin);
    }

    /** Where it is, for a person. */
    public String place() {
        return "record " + seq + " (" + kind + " " + key + ")";
    }
}
