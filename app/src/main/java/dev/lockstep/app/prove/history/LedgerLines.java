package dev.lockstep.app.prove.history;

import dev.lockstep.history.LedgerLine;
import dev.lockstep.history.SubmittedTerms;
import dev.lockstep.simulator.ExchangeLedger;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Reads the exchange's ledger from its file. */
final class LedgerLines {
    private LedgerLines() {}

    static List<LedgerLine> read(Path stateDir) {
        return ExchangeLedger.read(stateDir).stream().map(LedgerLines::line).toList();
    }

    private static LedgerLine line(LedgerOrder order) {
        BigDecimal qty = order.qty();
        if (qty == null) {
            throw new IllegalStateException("an order without qty: " + order);
        }
        return new LedgerLine(
                order.id().toString(),
                order.clientOrderId(),
                new SubmittedTerms(order.symbol(), order.side(), qty, order.limitPrice()),
                order.status(),
                order.filledQty());
    }
}
