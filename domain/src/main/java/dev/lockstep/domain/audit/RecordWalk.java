package dev.lockstep.domain.audit;

import dev.lockstep.domain.audit.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a walk along the chain of records has come; after a changed entry it goes on from the
 * hash that is stored, so that one change is one break.
 *
 * @param seq the place of the last entry
 * @param stored the hash that is stored with it
 */
public record RecordWalk(long seq, EventHash stored) {
    /** Before the first entry. */
    public static final RecordWalk START = new RecordWalk(0, EventHash.START);

    /** One entry further. */
    public RecordWalk to(StoredRecord entry) {
        return new RecordWalk(entry.seq(), entry.hash());
    }

    /** What is wrong with the entry that comes next; usually nothing. */
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

    /** What is wrong with the end of the chain; usually nothing. */
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

    /** The last entry. */
    public ChainHead end() {
        return new ChainHead(seq, stored);
    }
}
