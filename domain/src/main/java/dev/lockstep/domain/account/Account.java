package dev.lockstep.domain.account;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * The money side of the account, as the broker tells it.
 *
 * @param accountNumber the broker's number of the account
 * @param status the broker's word, {@code ACTIVE} when all is well
 * @param cash dollars, below zero when borrowed
 * @param equity dollars: cash and the value of all positions
 * @param buyingPower dollars that new orders may use
 * @param nonMarginableBuyingPower dollars that orders for crypto may use, null where that is not
 *     told
 * @param lastEquity the equity at the last close, from which the day's profit counts, null where
 *     that is not told
 * @param tradingBlocked whether the broker or the owner has stopped trading
 */
public record Account(
        String accountNumber,
        String status,
        Money cash,
        Money equity,
        Money buyingPower,
        @Nullable Money nonMarginableBuyingPower,
        @Nullable Money lastEquity,
        boolean tradingBlocked) {
    private static final int MAX_CHARS = 64;

    public Account {
        Text.printable("accountNumber", accountNumber, MAX_CHARS);
        Text.printable("accountStatus", status, MAX_CHARS);
    }
}
