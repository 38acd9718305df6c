package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves prices and fills the orders that they trigger. A price that glides passes every trigger
 * price in between, so that an order fills at its own price; after a jump it fills at the new one,
 * be it better or worse.
 */
public final class PriceMoves {
    private final ExchangeBook book;
    private final Journal journal;
    private final Matcher matcher;

    public PriceMoves(ExchangeBook book, Journal journal, Matcher matcher) {
        this.book = book;
        this.journal = journal;
        this.matcher = matcher;
    }

    /** Sets a price on request, without trades in between. */
    public void set(Asset asset, BigDecimal to, Instant at) {
        journal.write(new LedgerEntry.ReferencePriceSet(at, asset.symbol(), to));
        jump(asset, to, at);
    }

    /** Moves a price without trades in between. */
    public void jump(Asset asset, BigDecimal to, Instant at) {
        jump(asset, to, book.market().tick(asset).step(), book.lastOrderNumber(), at);
    }

    /** Moves a price through all prices in between. */
    public void glide(Asset asset, BigDecimal to, Instant at) {
        glide(asset, to, book.market().tick(asset).step(), book.lastOrderNumber(), at);
    }

    /**
     * Moves a price through all prices in between.
     *
     * @param step the number of walk steps that lead to the price
     * @param newest the number of the last order that the move may fill
     */
    public void glide(Asset asset, BigDecimal to, long step, long newest, Instant at) {
        long before = book.market().tick(asset).step();
        BigDecimal from = book.market().price(asset);
        for (BigDecimal stop = between(asset, from, to);
                stop != null;
                stop = between(asset, stop, to)) {
            jump(asset, stop, before, newest, at);
        }
        jump(asset, to, step, newest, at);
    }

    private @Nullable BigDecimal between(Asset asset, BigDecimal from, BigDecimal to) {
        return book.openOrders().triggers(asset.symbol()).between(from, to);
    }

    private void jump(Asset asset, BigDecimal to, long step, long newest, Instant at) {
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), to, step));
        matcher.sweep(asset, newest, at);
    }
}
