package dev.lockstep.domain.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The best prices that others offer to trade at. Out of hours either side can be missing, and a bid
 * can even lie above the ask: this is what was told, not what can be had.
 *
 * @param symbol the instrument
 * @param bidPx the best price offered to a seller, null where nobody bids
 * @param bidQty how much is bid for
 * @param askPx the best price offered to a buyer, null where nobody asks
 * @param askQty how much is asked for
 * @param quotedAt when it was so
 */
public record Quote(
        Symbol symbol,
        @Nullable Price bidPx,
        Quantity bidQty,
        @Nullable Price askPx,
        Quantity askQty,
        Instant quotedAt) {}
