package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.ledger.Splits;
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
 * Moves prices along bars: jumps to a bar's open, and glides to the extremes and the close, each
 * converted by the splits before it.
 */
public final class BarPlayer {
    private final PriceMoves moves;
    private final ExchangeBook book;
    private final PriorityQueue<Playing> next =
            new PriorityQueue<>(
                    Comparator.comparing(Playing::time).thenComparing(one -> one.asset.symbol()));

    /** Replay position within the bars of one asset. */
    private static final class Playing {
        private final Asset asset;
        private final List<Bar> bars;
        private Bar bar;
        private int index;
        private int move;

        Playing(Asset asset, List<Bar> bars) {
            this.asset = asset;
            this.bars = bars;
            this.bar = bars.getFirst();
        }

        Instant time() {
            return bar.time(move);
        }

        boolean step() {
            move = (move + 1) % Bar.MOVES;
            if (move > 0) {
                return true;
            }
            index++;
            if (index < bars.size()) {
                bar = bars.get(index);
            }
            return index < bars.size();
        }
    }

    public BarPlayer(PriceMoves moves, ExchangeBook book, AssetCatalog listing, Bars bars) {
        this.moves = moves;
        this.book = book;
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
        Bar bar = playing.bar;
        Instant at = bar.time(playing.move);
        BigDecimal to =
                Splits.of(playing.asset, book.corporateActions())
                        .before(at)
                        .price(bar.price(playing.move));
        if (playing.move == 0) {
            moves.jump(playing.asset, to, at);
        } else {
            moves.glide(playing.asset, to, at);
        }
        if (playing.step()) {
            next.add(playing);
        }
    }
}
