package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Moves prices along bars. A price jumps to a bar's open; from there to the extremes and the close
 * it passes every trigger price in between, so that an order fills at its own price and not at the
 * extreme.
 */
public final class BarPlayer {
    private final ExchangeBook book;
    private final Journal journal;
    private final Matcher matcher;
    private final PriorityQueue<Playing> next =
            new PriorityQueue<>(
                    Comparator.comparing(Playing::time).thenComparing(one -> one.asset.symbol()));

    /** Replay position within the bars of one asset. */
    private static final class Playing {
        private final Asset asset;
        private final List<Bar> bars;
        private int bar;
        private int move;

        Playing(Asset asset, List<Bar> bars) {
            this.asset = asset;
            this.bars = bars;
        }

        Instant time() {
            return bars.get(bar).time(move);
        }

        boolean step() {
            move = (move + 1) % Bar.MOVES;
            bar += move == 0 ? 1 : 0;
            return bar < bars.size();
        }
    }

    public BarPlayer(
            ExchangeBook book, Journal journal, Matcher matcher, AssetCatalog listing, Bars bars) {
        this.book = book;
        this.journal = journal;
        this.matcher = matcher;
        bars.bySymbol()
                .forEach((symbol, all) ->
                        next.add(new Playing(listing.find(symbol).orElseThrow(), all)));
    }

    /** Returns the time of the next move; null if all bars have been played. */
    public @Nullable Instant due() {
        Playing first = next.peek();
        return first == null ? null : first.time();
    }

    /** Skips the moves that a restored ledger already contains. */
    public void skipUntil(Instant seen) {
        for (Playing first = next.peek();
                first != null && !first.time().isAfter(seen);
                first = next.peek()) {
            next.remove();
            if (first.step()) {
                next.add(first);
            }
        }
    }

    /** Applies the next move. */
    public void play() {
        Playing playing = next.remove();
        Bar bar = playing.bars.get(playing.bar);
        Instant at = bar.time(playing.move);
        BigDecimal to = bar.price(playing.move);
        if (playing.move > 0) {
            glide(playing.asset, to, at);
        }
        move(playing.asset, to, at);
        if (playing.step()) {
            next.add(playing);
        }
    }

    private void glide(Asset asset, BigDecimal to, Instant at) {
        BigDecimal from = book.market().price(asset);
        for (BigDecimal stop = between(asset, from, to);
                stop != null;
                stop = between(asset, stop, to)) {
            move(asset, stop, at);
        }
    }

    private @Nullable BigDecimal between(Asset asset, BigDecimal from, BigDecimal to) {
        return book.triggers(asset.symbol()).between(from, to);
    }

    private void move(Asset asset, BigDecimal price, Instant at) {
        long step = book.market().tick(asset).step();
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), price, step));
        matcher.sweep(asset, book.lastOrderNumber(), at);
    }
}
