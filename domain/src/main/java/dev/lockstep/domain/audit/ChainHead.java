package dev.lockstep.domain.audit;

/**
 * The end of the chain: who notes it elsewhere can tell later whether all up to here was rewritten.
 *
 * @param seq the place of the last event, which is also how many there are; 0 where there is none
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
