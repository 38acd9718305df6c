package dev.lockstep.domain.account;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cash side of the account, as the broker reports it.
 *
 * @param accountNumber the broker's number of the account
 * @param status the broker's status, normally {@code ACTIVE}
 * @param cash dollars, negative when borrowed
 * @param equity dollars: cash and the value of all positions
 * @param buyingPower dollars that new orders may use
 * @param nonMarginableBuyingPower dollars that crypto orders may use, null if not reported
 * @param lastEquity the equity at the last close, the base of the day's profit, null if not
 *     reported
 * @param restrictions what the broker or the owner has blocked
 */
public record Account(
        String accountNumber,
        String status,
        Money cash,
        Money equity,
        Money buyingPower,
        @Nullable Money nonMarginableBuyingPower,
        @Nullable Money lastEquity,
        Set<AccountRestriction> restrictions) {
    private static final int MAX_CHARS = 64;

    /** With each of these the broker accepts no orders; a status that is not known may allow it. */
    private static final Set<String> WITHOUT_TRADING =
            Set.of(
                    "ACCOUNT_CLOSED",
                    "APPROVAL_PENDING",
                    "DISABLED",
                    "INACTIVE",
                    "ONBOARDING",
                    "REJECTED",
                    "SUBMISSION_FAILED",
                    "SUBMITTED");

    public Account {
        Text.printable("accountNumber", accountNumber, MAX_CHARS);
        Text.printable("accountStatus", status, MAX_CHARS);
        restrictions = Set.copyOf(restrictions);
    }

    /** Returns whether the broker accepts no order on this account. */
    public boolean tradingBlocked() {
        return !obstacles().isEmpty();
    }

    /** Returns why the broker accepts no order, in sentences; empty where it accepts them. */
    public List<String> obstacles() {
        return texts(true);
    }

    /** Returns other restrictions of the account, as sentences. */
    public List<String> notices() {
        return texts(false);
    }

    private List<String> texts(boolean preventing) {
        List<String> texts = new ArrayList<>();
        if (!"ACTIVE".equals(status) && WITHOUT_TRADING.contains(status) == preventing) {
            texts.add(
                    "The broker's account has the status "
                            + status
                            + (preventing ? ": it accepts no orders." : ", not ACTIVE."));
        }
        restrictions.stream()
                .sorted()
                .filter(restriction -> restriction.preventsTrading() == preventing)
                .forEach(restriction -> texts.add(restriction.text()));
        return List.copyOf(texts);
    }
}
