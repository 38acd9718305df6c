package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.ledger.Splits;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replayed bars of a day, of any length. A bar has a trade for each of its moves.
 *
 * @param bars the bars of the file, at least one
 * @param splits the asset's splits, which the file does not know
 */
record FileDay(List<Bar> bars, Splits splits, int sessionFrom, int sessionTo) implements DayBars {
    private static final BigDecimal MOVES = BigDecimal.valueOf(Bar.MOVES);

    FileDay {
        bars = List.copyOf(bars);
    }

    @Override
    public int size() {
        return bars.size();
    }

    @Override
    public Instant start(int index) {
        return bars.get(index).start();
    }

    @Override
    public MarketBar merge(int from, int to) {
        return MarketBar.merge(
                start(from), bars.subList(from, to).stream().map(this::bar).toList());
    }

    @Override
    public List<MarketTrade> trades(int index) {
        Bar bar = bars.get(index);
        List<MarketTrade> trades = new ArrayList<>(Bar.MOVES);
        for (int move = 0; move < Bar.MOVES; move++) {
            Instant at = bar.time(move);
            Splits earlier = splits.before(at);
            trades.add(
                    new MarketTrade(
                            at,
                            at.getEpochSecond(),
                            earlier.price(bar.price(move)),
                            earlier.qty(size(bar, move))));
        }
        return trades;
    }

    private MarketBar bar(Bar written) {
        Bar bar = splits.shownBy(written).bar(written);
        BigDecimal turnover = BigDecimal.ZERO;
        for (int move = 0; move < Bar.MOVES; move++) {
            turnover = turnover.add(bar.price(move).multiply(size(bar, move)));
        }
        return new MarketBar(
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                Bar.MOVES,
                turnover);
    }

    /** Returns the part of the volume that trades at a move; the last one takes the remainder. */
    private static BigDecimal size(Bar bar, int move) {
        int scale = Math.min(Math.max(bar.volume().scale(), 0), Decimals.QTY_SCALE_DIGITS);
        BigDecimal part = bar.volume().divide(MOVES, scale, RoundingMode.DOWN);
        return move < Bar.MOVES - 1
                ? part
                : bar.volume().subtract(part.multiply(BigDecimal.valueOf(Bar.MOVES - 1L)));
    }
}
