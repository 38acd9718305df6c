package dev.lockstep.app.view.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.Timeframe;
import java.util.List;

/**
 * The bars of one instrument in JSON.
 *
 * @param symbol the instrument
 * @param timeframe the length of a bar, such as {@code 5m}
 * @param bars oldest first
 */
public record BarsBody(String symbol, String timeframe, List<BarBody> bars) {
    public BarsBody {
        bars = List.copyOf(bars);
    }

    /** Returns the body of bars. */
    public static BarsBody of(Symbol symbol, Timeframe timeframe, List<Bar> bars) {
        return new BarsBody(
                symbol.value(), timeframe.text(), bars.stream().map(BarBody::of).toList());
    }
}
