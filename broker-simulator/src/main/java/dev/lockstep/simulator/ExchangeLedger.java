package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.ExchangeConfig;
import dev.lockstep.simulator.exchange.OrderView;
import dev.lockstep.simulator.ledger.LedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The exchange's own record of its orders: the oracle that a trading platform is compared with. */
public final class ExchangeLedger {
    private ExchangeLedger() {}

    /**
     * Reads the orders from the ledger file of a state directory alone, whether a simulator runs on
     * it or not; the torn end of a line being written is left out.
     */
    public static List<LedgerOrder> read(Path stateDir) {
        Exchange exchange = new Exchange(ExchangeConfig.plain(0), (_, _) -> {});
        try {
            LedgerFile.read(stateDir, exchange::restore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exchange.records().ledger(0, exchange.records().orderCount()).stream()
                .map(OrderView::order)
                .map(LedgerOrder::of)
                .toList();
    }
}
