package dev.lockstep.contracts;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account at a fake broker, with its positions. For one thread at a time. */
final class FakeAccount {
    private final List<Position> positions = new ArrayList<>();
    private final List<UnreadableItem> unreadable = new ArrayList<>();
    private Set<AccountRestriction> restrictions = Set.of();
    private Money equity = Money.ZERO;
    private Money cash = Money.ZERO;
    private @Nullable Money lastEquity;

    void add(Position position) {
        positions.add(position);
    }

    void noPositions() {
        positions.clear();
    }

    void addUnreadable(UnreadableItem item) {
        unreadable.add(item);
    }

    void allReadable() {
        unreadable.clear();
    }

    void equity(Money now, Money atLastClose) {
        equity = now;
        lastEquity = atLastClose;
    }

    void cash(Money now) {
        cash = now;
    }

    void restricted(Set<AccountRestriction> now) {
        restrictions = now;
    }

    FetchedList<Position> positions() {
        return new FetchedList<>(positions, unreadable);
    }

    Account account() {
        return new Account(
                "PA1", "ACTIVE", cash, equity, Money.ZERO, null, lastEquity, restrictions);
    }
}
