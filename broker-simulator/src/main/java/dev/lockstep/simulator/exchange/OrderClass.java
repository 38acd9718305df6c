package dev.lockstep.simulator.exchange;

/** How an order is linked to others. */
public enum OrderClass implements Word {
    SIMPLE,
    BRACKET,
    OCO,
    OTO;

    /** The word, which is the empty text for a simple order: the venue answers so for equities. */
    @Override
    public String word() {
        return this == SIMPLE ? "" : Word.super.word();
    }
}
