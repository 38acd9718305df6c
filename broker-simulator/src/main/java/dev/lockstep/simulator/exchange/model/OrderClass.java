package dev.lockstep.simulator.exchange.model;

import dev.lockstep.alpaca.order.ExitForm;

/** Kinds of order groups. */
public enum OrderClass implements WireEnum {
    SIMPLE,
    BRACKET,
    OCO,
    OTO;

    /**
     * Returns the wire value; it is empty for a simple order, as in Alpaca's answers for equities.
     */
    @Override
    public String wireValue() {
        return this == SIMPLE ? "" : WireEnum.super.wireValue();
    }

    /** Returns the exits that an order of this class requires. */
    public ExitForm form() {
        return ExitForm.valueOf(name());
    }
}
