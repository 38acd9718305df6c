package dev.lockstep.domain.audit;

/**
 * The end of the chain. A copy that is stored elsewhere proves later whether the chain up to here
 * was rewritten.
 *
 * @param seq the position of the last event, which is also the number of events; 0 if there is none
 * @param hash its hash
 */
public record ChainHead(long seq, EventHash hash) {
    /** The end of a chain without events. */
    public static final ChainHead START = new ChainHead(0, EventHash.START);

    @Override
    public String toString() {
        return "event " + seq + " " + hash;
    }
}
