package dev.lockstep.domain.audit;

import dev.lockstep.domain.audit.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The progress of checking the chain.
 *
 * <p>A changed event is one break, not one for every event that follows it: the check continues
 * from the stored hash, or from the correct one if the next event follows that.
 *
 * @param seq the position of the last event
 * @param stored its stored hash
 * @param computed its correct hash
 */
public record ChainWalk(long seq, EventHash stored, EventHash computed) {
    /** Before the first event. */
    public static final ChainWalk START = new ChainWalk(0, EventHash.START, EventHash.START);

    /** Returns the walk after one more event. */
    public ChainWalk to(StoredEvent event) {
        return new ChainWalk(event.seq(), event.hash(), hashOf(event));
    }

    /** Returns the breaks at the next event; normally none. */
    public List<ChainBreak> breaksAt(StoredEvent event) {
        List<ChainBreak> breaks = new ArrayList<>();
        if (event.seq() != seq + 1) {
            breaks.add(
                    new ChainBreak(
                            Kind.OUT_OF_SEQUENCE,
                            event.place(),
                            "event " + (seq + 1),
                            "event " + event.seq()));
        }
        if (!event.orderThere()) {
            breaks.add(
                    new ChainBreak(
                            Kind.ORDER_MISSING,
                            event.place(),
                            "order " + event.orderId(),
                            "nothing"));
        }
        EventHash hash = hashOf(event);
        if (!hash.equals(event.hash())) {
            breaks.add(
                    new ChainBreak(
                            Kind.CHANGED, event.place(), hash.value(), event.hash().value()));
        }
        return breaks;
    }

    /** Returns the breaks at the end of the chain; normally none. */
    public List<ChainBreak> breaksAtEnd(ChainHead head) {
        ChainHead end = new ChainHead(seq, stored);
        return end.equals(head)
                ? List.of()
                : List.of(
                        new ChainBreak(
                                Kind.END_DIFFERS,
                                "the end of the chain",
                                head.toString(),
                                end.toString()));
    }

    private EventHash hashOf(StoredEvent event) {
        EventHash hash = event.after(stored);
        if (hash.equals(event.hash()) || stored.equals(computed)) {
            return hash;
        }
        EventHash other = event.after(computed);
        return other.equals(event.hash()) ? other : hash;
    }
}
