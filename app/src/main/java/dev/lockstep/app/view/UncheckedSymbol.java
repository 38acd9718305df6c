package dev.lockstep.app.view;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.usecase.pretrade.CheckOrder;
import java.util.Optional;

/** Says that a check of an order left its symbol out. */
public final class UncheckedSymbol {
    private UncheckedSymbol() {}

    /** Returns the sentence; empty if the symbol could be checked. */
    public static Optional<String> text(CheckOrder checkOrder, NewOrder terms) {
        return checkOrder
                .unchecked(terms)
                .map(fault ->
                        "the symbol "
                                + terms.symbol()
                                + " could not be checked: "
                                + FaultText.of(fault));
    }
}
