package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.position.ClosePart;

/** What an alert requests. */
sealed interface AlertRequest {
    /**
     * An order.
     *
     * @param terms its terms
     */
    record Submit(NewOrder terms) implements AlertRequest {}

    /**
     * The close of what the strategy holds.
     *
     * @param symbol the instrument
     * @param part the part of it
     */
    record Close(Symbol symbol, ClosePart part) implements AlertRequest {}
}
