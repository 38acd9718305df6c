package dev.lockstep.domain.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The best bid and ask. Outside trading hours either side can be missing, and a bid can exceed the
 * ask: this is what the broker reports, not a price that can be traded.
 *
 * @param symbol the instrument
 * @param bidPx the best bid, null if there is none
 * @param bidQty its quantity
 * @param askPx the best ask, null if there is none
 * @param askQty its quantity
 * @param quotedAt the time of the quote
 */
public record Quote(
        Symbol symbol,
        @Nullable Price bidPx,
        Quantity bidQty,
        @Nullable Price askPx,
        Quantity askQty,
        Instant quotedAt) {}
