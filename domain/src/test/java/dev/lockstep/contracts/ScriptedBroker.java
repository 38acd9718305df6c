package dev.lockstep.contracts;

import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The script of a fake broker: how a test sets its next answers, its orders and its account, and
 * reads the requests it received. {@link FakeBroker} answers by it.
 */
abstract class ScriptedBroker {
    final FakeOrderBook book = new FakeOrderBook();
    final FakeAccount account = new FakeAccount();
    final ReceivedRequests received = new ReceivedRequests();
    final Deque<FakeBroker.NextSubmit> nextSubmits = new ArrayDeque<>();
    final Deque<CancelAnswer> nextCancels = new ArrayDeque<>();
    final Deque<ReplaceAnswer> nextReplaces = new ArrayDeque<>();
    final Deque<CancelAllAnswer> nextCancelAlls = new ArrayDeque<>();
    final Set<BrokerOrderId> refusedIds = new HashSet<>();
    Consumer<Order> onSubmit = _ -> {};
    Consumer<ClientOrderId> onFind = _ -> {};
    Consumer<Replacement> onReplace = _ -> {};
    Runnable beforeGuard = () -> {};
    MarketClock marketClock =
            new MarketClock(SampleOrders.START, true, SampleOrders.START, SampleOrders.START);
    boolean down;
    boolean listsDown;
    boolean findsFail;
    boolean answersShowLegs = true;
    boolean losesReplaceAnswers;
    boolean withholdsRepeatedCancels;

    /** Does this with the next order sent; several calls queue up. */
    public synchronized void next(FakeBroker.NextSubmit mishap) {
        nextSubmits.add(mishap);
    }

    /** Answers the next cancel so. */
    public synchronized void nextCancel(CancelAnswer answer) {
        nextCancels.add(answer);
    }

    /** Answers the next replace so, and does nothing else. */
    public synchronized void nextReplace(ReplaceAnswer answer) {
        nextReplaces.add(answer);
    }

    /** Answers the next cancel of all so. */
    public synchronized void nextCancelAll(CancelAllAnswer answer) {
        nextCancelAlls.add(answer);
    }

    /** Whether repeated cancels are not sent, as where other requests leave no room for them. */
    public synchronized void withholdsRepeatedCancels(boolean now) {
        withholdsRepeatedCancels = now;
    }

    /** Whether it takes replaces and the answers are lost. */
    public synchronized void losesReplaceAnswers(boolean now) {
        losesReplaceAnswers = now;
    }

    /** Whether the answer to a submit shows the legs, as the one to a look-up does. */
    public synchronized void answersShowLegs(boolean now) {
        answersShowLegs = now;
    }

    /** Runs whenever a request waits here for its turn, before its guard is asked. */
    public synchronized void beforeGuard(Runnable wait) {
        beforeGuard = wait;
    }

    /** Called whenever an order arrives, before anything else happens. */
    public synchronized void onSubmit(Consumer<Order> witness) {
        onSubmit = witness;
    }

    /** Called whenever an order is looked up by client order id, before the answer is made. */
    public synchronized void onFind(Consumer<ClientOrderId> witness) {
        onFind = witness;
    }

    /** Called whenever a replacement arrives, before anything else happens. */
    public synchronized void onReplace(Consumer<Replacement> witness) {
        onReplace = witness;
    }

    /** Whether every question fails. */
    public synchronized void down(boolean now) {
        down = now;
    }

    /** Whether every question for one order fails, while lists are answered. */
    public synchronized void failFinds(boolean now) {
        findsFail = now;
    }

    /** Whether every list fails, while single questions are answered. */
    public synchronized void listsDown(boolean now) {
        listsDown = now;
    }

    /** Refuses questions for this id, as one that it cannot have made. */
    public synchronized void refuses(BrokerOrderId id) {
        refusedIds.add(id);
    }

    /** Hides the order from every question, as right after a submit. */
    public synchronized void hide(Order order) {
        book.hide(order.clientOrderId());
    }

    /** Shows the order again. */
    public synchronized void show(Order order) {
        book.show(order.clientOrderId());
    }

    /** Forgets the order, as no broker should. */
    public synchronized void forget(Order order) {
        book.forget(order.clientOrderId());
    }

    /** Sets how the order stands. */
    public synchronized void set(Order order, OrderStatus status, String cumQty) {
        book.put(SampleOrders.atBroker(order, status, cumQty));
    }

    /** Sets the order as it is. */
    public synchronized void set(BrokerOrder order) {
        book.put(order);
    }

    /** Cancels the order as it has it. */
    public synchronized void end(Order order) {
        set(
                SampleOrders.like(book(order.clientOrderId()))
                        .status(new ReportedStatus.Known("canceled", OrderStatus.CANCELED))
                        .order());
    }

    /** Has an open order that somebody else sent. */
    public synchronized void foreign(BrokerOrder order) {
        book.addForeign(order);
    }

    /**
     * Lists an item that cannot be read. An order of its book with that client order id is listed
     * as this item only.
     */
    public synchronized void unreadable(UnreadableItem item) {
        switch (item.kind()) {
            case ORDER -> book.addUnreadable(item);
            case POSITION -> account.addUnreadable(item);
            case ACTIVITY -> throw new IllegalArgumentException("no activities here");
        }
    }

    /** Everything it lists can be read again. */
    public synchronized void allReadable() {
        book.allReadable();
        account.allReadable();
    }

    /** Sets what the account is worth, and what it was worth at the last close. */
    public synchronized void equity(Money now, Money atLastClose) {
        account.equity(now, atLastClose);
    }

    /** Has this cash. */
    public synchronized void cash(Money now) {
        account.cash(now);
    }

    /** Sets what is blocked on the account. */
    public synchronized void restricted(Set<AccountRestriction> now) {
        account.restricted(now);
    }

    /** Holds a position. */
    public synchronized void position(Position position) {
        account.add(position);
    }

    /** Holds nothing any more. */
    public synchronized void noPositions() {
        account.noPositions();
    }

    /** Sets the time and whether its market is open. */
    public synchronized void marketClock(Instant now, boolean open) {
        marketClock = new MarketClock(now, open, now, now);
    }

    /** Returns the order it has under this client order id. */
    public synchronized BrokerOrder book(ClientOrderId id) {
        return book.find(id).orElseThrow(() -> new AssertionError("the fake broker has no " + id));
    }

    /** Returns how many orders it has. */
    public synchronized int orders() {
        return book.size();
    }

    /** Returns every order that came over the wire, as often as it came. */
    public synchronized List<Order> sends() {
        return List.copyOf(received.sends);
    }

    /** Returns every replace that came over the wire. */
    public synchronized List<Replacement> replacements() {
        return List.copyOf(received.replacements);
    }

    /** Returns every cancel that came over the wire. */
    public synchronized List<BrokerOrderId> cancels() {
        return List.copyOf(received.cancels);
    }

    /** Returns how often a cancel of all came over the wire. */
    public synchronized int cancelAlls() {
        return received.cancelAlls;
    }

    /** Returns how many orders the lists had that were fetched. */
    public synchronized int listedOrders() {
        return received.listedOrders;
    }

    /** Returns how often an order was looked for by the broker's name of it. */
    public synchronized int lookups() {
        return received.lookups;
    }

    /** Returns how often the account was asked about. */
    public synchronized int accountQuestions() {
        return received.accountQuestions;
    }
}
