package dev.lockstep.app.view.body.position;

import dev.lockstep.domain.usecase.query.HoldingsByStrategy.Holding;

/**
 * The position of a strategy in an instrument.
 *
 * @param symbol the instrument
 * @param strategy the strategy
 * @param qty the quantity, negative if short
 */
public record HoldingBody(String symbol, String strategy, String qty) {
    /** Returns the fields of a holding. */
    public static HoldingBody of(Holding holding) {
        return new HoldingBody(
                holding.symbol().value(), holding.strategy().value(), holding.netQty().toString());
    }
}
