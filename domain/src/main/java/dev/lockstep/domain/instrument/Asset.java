package dev.lockstep.domain.instrument;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as the broker offers it.
 *
 * @param symbol its symbol
 * @param name its full name, empty if not reported
 * @param exchange the broker's name of the exchange
 * @param tradable whether it takes orders now: active and not suspended
 * @param marginable whether it can be bought with borrowed money
 * @param shortable whether it can be sold short
 * @param easyToBorrow whether shares to sell short are available
 * @param fractionable whether fractions of a share can be traded
 * @param minOrderQty the smallest order, null if not reported
 * @param qtyIncrement the increment of quantities, null if not reported
 * @param priceIncrement the increment of prices, null if the general rule applies
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
