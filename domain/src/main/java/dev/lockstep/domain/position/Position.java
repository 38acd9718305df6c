package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;

/**
 * How much of one instrument is held.
 *
 * @param symbol the instrument
 * @param netQty above zero long, below zero short, never zero: a flat position is none
 */
public record Position(Symbol symbol, NetQuantity netQty) {}
