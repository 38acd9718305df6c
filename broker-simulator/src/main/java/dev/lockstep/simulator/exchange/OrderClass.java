package dev.lockstep.simulator.exchange;

/** Kinds of order groups. */
public enum OrderClass implements Word {
    SIMPLE,
    BRACKET,
    OCO,
    OTO;

    /**
     * Returns the wire value; it is empty for a simple order, as in Alpaca's answers for equities.
     */
    @Override
    public String wireValue() {
        return this == SIMPLE ? "" : Word.super.wireValue();
    }
}
