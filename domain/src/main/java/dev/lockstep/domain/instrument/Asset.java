package dev.lockstep.domain.instrument;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as the broker offers it.
 *
 * @param symbol the name it trades under
 * @param name its full name, empty where that is not told
 * @param exchange the broker's word for where it is listed
 * @param tradable whether orders are taken for it now: it is active, and not held back
 * @param marginable whether it can be bought with borrowed money
 * @param shortable whether it can be sold short
 * @param easyToBorrow whether shares to sell short are at hand
 * @param fractionable whether parts of a share can be traded
 * @param minOrderQty the smallest order, null where that is not told
 * @param qtyIncrement the step of quantities, null where that is not told
 * @param priceIncrement the step of prices, null where the general rule counts
 */
public record Asset(
        Symbol symbol,
        String name,
        String exchange,
        boolean tradable,
        boolean marginable,
        boolean shortable,
        boolean easyToBorrow,
        boolean fractionable,
        @Nullable Quantity minOrderQty,
        @Nullable Quantity qtyIncrement,
        @Nullable BigDecimal priceIncrement) {
    private static final int MAX_EXCHANGE_CHARS = 64;

    public Asset {
        Text.printable("exchange", exchange, MAX_EXCHANGE_CHARS);
    }
}
