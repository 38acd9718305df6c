package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.ledger.LedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Read access to the exchange's own order records, the oracle that a trading platform is checked
 * against.
 */
public final class ExchangeLedger {
    private ExchangeLedger() {}

    /**
     * Reads the orders from the ledger file of a state directory, whether or not a simulator runs
     * on it. Ignores a torn last line.
     */
    public static List<LedgerOrder> read(Path stateDir) {
        Exchange exchange = new Exchange(ExchangeConfig.plain(0), (_, _) -> {});
        try {
            LedgerFile.read(stateDir, exchange::restore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exchange.records().ledger(0, exchange.records().orderCount()).stream()
                .map(OrderSnapshot::order)
                .map(LedgerOrder::of)
                .toList();
    }
}
