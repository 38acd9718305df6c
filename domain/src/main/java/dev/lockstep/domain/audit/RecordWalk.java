package dev.lockstep.domain.audit;

import dev.lockstep.domain.audit.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The progress of checking the chain of records; after a changed entry it continues from the stored
 * hash, so that one change is one break.
 *
 * @param seq the position of the last entry
 * @param stored its stored hash
 */
public record RecordWalk(long seq, EventHash stored) {
    /** Before the first entry. */
    public static final RecordWalk START = new RecordWalk(0, EventHash.START);

    /** Returns the walk after one more entry. */
    public RecordWalk to(StoredRecord entry) {
        return new RecordWalk(entry.seq(), entry.hash());
    }

    /** Returns the breaks at the next entry; normally none. */
    public List<ChainBreak> breaksAt(StoredRecord entry) {
        List<ChainBreak> breaks = new ArrayList<>();
        if (entry.seq() != seq + 1) {
            breaks.add(
                    new ChainBreak(
                            Kind.OUT_OF_SEQUENCE,
                            entry.place(),
                            "record " + (seq + 1),
                            "record " + entry.seq()));
        }
        EventHash hash = entry.after(stored);
        if (!hash.equals(entry.hash())) {
            breaks.add(
                    new ChainBreak(
                            Kind.CHANGED, entry.place(), hash.value(), entry.hash().value()));
        }
        return breaks;
    }

    /** Returns the breaks at the end of the chain; normally none. */
    public List<ChainBreak> breaksAtEnd(ChainHead head) {
        ChainHead end = end();
        return end.equals(head)
                ? List.of()
                : List.of(
                        new ChainBreak(
                                Kind.END_DIFFERS,
                                "the end of the chain of records",
                                head.toString(),
                                end.toString()));
    }

    /** Returns the last entry. */
    public ChainHead end() {
        return new ChainHead(seq, stored);
    }
}
