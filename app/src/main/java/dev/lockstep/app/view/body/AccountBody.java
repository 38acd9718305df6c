package dev.lockstep.app.view.body;

import dev.lockstep.domain.account.Account;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account at the broker; amounts are dollars.
 *
 * @param accountNumber the broker's number of it
 * @param status its status as the broker reports it
 * @param cash the cash
 * @param equity the cash and the value of all positions
 * @param buyingPower the amount for which it can buy
 * @param nonMarginableBuyingPower the same without borrowed money, null if not reported
 * @param lastEquity the equity at the previous close, null if not reported
 * @param tradingBlocked whether the broker accepts no orders
 * @param restrictions the restrictions and notices as sentences
 */
public record AccountBody(
        String accountNumber,
        String status,
        String cash,
        String equity,
        String buyingPower,
        @Nullable String nonMarginableBuyingPower,
        @Nullable String lastEquity,
        boolean tradingBlocked,
        List<String> restrictions) {

    /** Returns the fields of an account. */
    public static AccountBody of(Account account) {
        return new AccountBody(
                account.accountNumber(),
                account.status(),
                account.cash().toString(),
                account.equity().toString(),
                account.buyingPower().toString(),
                BodyText.of(account.nonMarginableBuyingPower()),
                BodyText.of(account.lastEquity()),
                account.tradingBlocked(),
                texts(account));
    }

    /** Returns the restrictions and notices as sentences; those that prevent trading come first. */
    public static List<String> texts(Account account) {
        return Stream.concat(account.obstacles().stream(), account.notices().stream()).toList();
    }
}
