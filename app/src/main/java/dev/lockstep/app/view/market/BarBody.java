package dev.lockstep.app.view.market;

import dev.lockstep.domain.market.Bar;

/**
 * The trades of one period in JSON; prices are dollars.
 *
 * @param symbol the instrument
 * @param from when the period began
 * @param open the first price
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume the traded quantity
 */
public record BarBody(
        String symbol,
        String from,
        String open,
        String high,
        String low,
        String close,
        String volume) {
    /** Returns the body of a bar. */
    public static BarBody of(Bar bar) {
        return new BarBody(
                bar.symbol().value(),
                bar.from().toString(),
                bar.open().toString(),
                bar.high().toString(),
                bar.low().toString(),
                bar.close().toString(),
                bar.volume().toString());
    }
}
