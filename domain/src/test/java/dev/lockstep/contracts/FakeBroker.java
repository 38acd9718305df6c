package dev.lockstep.contracts;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A broker made of code: it keeps a book, refuses a client order id it knows, and does what a test
 * told it to do next. Safe for use by several threads.
 */
public final class FakeBroker implements Broker {
    private static final Evidence ANSWER =
            new Evidence(Evidence.Source.HTTP_ANSWER, "fake", "fake-1", "{}");
    private static final BrokerFault DOWN =
            new BrokerFault(BrokerFault.Kind.UNREACHABLE, "the fake broker is down", ANSWER);

    private static final ReplaceAnswer NO_SUCH_ORDER = new ReplaceAnswer.Absent(ANSWER);

    private final SequencedMap<ClientOrderId, BrokerOrder> book = new LinkedHashMap<>();
    private final Map<ClientOrderId, Order> received = new LinkedHashMap<>();
    private final List<BrokerOrder> foreign = new ArrayList<>();
    private final Deque<NextSubmit> nextSubmits = new ArrayDeque<>();
    private final Deque<CancelAnswer> nextCancels = new ArrayDeque<>();
    private final Deque<ReplaceAnswer> nextReplaces = new ArrayDeque<>();
    private final Deque<CancelAllAnswer> nextCancelAlls = new ArrayDeque<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private final Set<BrokerOrderId> refusedIds = new HashSet<>();
    private final Set<ClientOrderId> hidden = new HashSet<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<UnreadableItem> unreadablePositions = new ArrayList<>();
    private final List<UnreadableItem> unreadableOrders = new ArrayList<>();
    private final List<Order> sends = new ArrayList<>();
    private final List<BrokerOrderId> cancels = new ArrayList<>();
    private final Order stranger = new SampleOrders(new InstanceTag("other")).intent();
    private Consumer<Order> onSubmit = _ -> {};
    private Runnable beforeGuard = () -> {};
    private Consumer<ClientOrderId> onFind = _ -> {};
    private Consumer<Replacement> onReplace = _ -> {};
    private MarketClock marketClock =
            new MarketClock(SampleOrders.START, true, SampleOrders.START, SampleOrders.START);
    private boolean down;
    private Set<AccountRestriction> restrictions = Set.of();
    private boolean listsDown;
    private boolean findsFail;
    private boolean answersShowLegs = true;
    private boolean losesReplaceAnswers;
    private boolean withholdsRepeatedCancels;
    private Money equity = Money.ZERO;
    private Money cash = Money.ZERO;
    private @Nullable Money lastEquity;
    private int accountQuestions;
    private int lookups;
    private int cancelAlls;

    /** What the broker does with an order instead of taking it and saying so. */
    public enum NextSubmit {
        /** Takes it; the answer is lost. */
        TAKE_AND_LOSE_THE_ANSWER,
        /** Never gets it; nobody answers. */
        LOSE_THE_REQUEST,
        /** Takes no connection; certainly never gets it. */
        REFUSE_THE_CONNECTION,
        /** Refuses it for want of money. */
        REFUSE,
        /** Refuses it because of the first order it has. */
        REFUSE_FOR_THE_FIRST,
        /** Takes no requests now. */
        THROTTLE,
        /** Takes it and answers about another order. */
        ANSWER_ABOUT_ANOTHER
    }

    /** Does this with the next order sent; several calls queue up. */
    public synchronized void next(NextSubmit mishap) {
        nextSubmits.add(mishap);
    }

    /** Answers the next cancel so. */
    public synchronized void nextCancel(CancelAnswer answer) {
        nextCancels.add(answer);
    }

    /** Whether repeated cancels are not sent, as where other requests leave no room for them. */
    public synchronized void withholdsRepeatedCancels(boolean now) {
        withholdsRepeatedCancels = now;
    }

    @Override
    public Venue venue() {
        return new AlpacaVenue();
    }

    @Override
    public synchronized CancelAnswer cancelAgain(BrokerOrderId id) {
        return withholdsRepeatedCancels
                ? new CancelAnswer.Unresolved("not sent: no budget", ANSWER)
                : cancel(id);
    }

    /** Answers the next replace so, and does nothing else. */
    public synchronized void nextReplace(ReplaceAnswer answer) {
        nextReplaces.add(answer);
    }

    /** Whether it takes replaces and the answers are lost. */
    public synchronized void losesReplaceAnswers(boolean now) {
        losesReplaceAnswers = now;
    }

    /** Answers the next cancel of all so. */
    public synchronized void nextCancelAll(CancelAllAnswer answer) {
        nextCancelAlls.add(answer);
    }

    /** Runs whenever a request waits here for its turn, before its guard is asked. */
    public synchronized void beforeGuard(Runnable wait) {
        beforeGuard = wait;
    }

    /** Looks on whenever an order arrives, before anything else happens. */
    public synchronized void onSubmit(Consumer<Order> witness) {
        onSubmit = witness;
    }

    /** Looks on whenever an order is looked up by client order id, before the answer is made. */
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

    /** Whether the answer to a submit shows the legs, as the one to a look-up does. */
    public synchronized void answersShowLegs(boolean now) {
        answersShowLegs = now;
    }

    /** Shows the order to nobody, as right after a submit. */
    public synchronized void hide(Order order) {
        hidden.add(order.clientOrderId());
    }

    /** Shows the order again. */
    public synchronized void show(Order order) {
        hidden.remove(order.clientOrderId());
    }

    /** Forgets the order, as no broker should. */
    public synchronized void forget(Order order) {
        book.remove(order.clientOrderId());
    }

    /** Sets how the order stands. */
    public synchronized void set(Order order, OrderStatus status, String cumQty) {
        book.put(order.clientOrderId(), SampleOrders.atBroker(order, status, cumQty));
    }

    /** Refuses questions for this id, as one that it cannot have made. */
    public synchronized void refuses(BrokerOrderId id) {
        refusedIds.add(id);
    }

    /** Cancels the order as it has it. */
    public synchronized void end(Order order) {
        set(
                SampleOrders.like(book(order.clientOrderId()))
                        .status(new ReportedStatus.Known("canceled", OrderStatus.CANCELED))
                        .order());
    }

    /** Sets the order as it is. */
    public synchronized void set(BrokerOrder order) {
        book.put(order.clientOrderId(), order);
    }

    /** Has an open order that somebody else sent. */
    public synchronized void foreign(BrokerOrder order) {
        foreign.add(order);
    }

    /**
     * Lists an item that cannot be read. An order of its book with that client order id is listed
     * as this item only.
     */
    public synchronized void unreadable(UnreadableItem item) {
        switch (item.kind()) {
            case ORDER -> unreadableOrders.add(item);
            case POSITION -> unreadablePositions.add(item);
            case ACTIVITY -> throw new IllegalArgumentException("no activities here");
        }
    }

    /** Everything it lists can be read again. */
    public synchronized void allReadable() {
        unreadableOrders.clear();
        unreadablePositions.clear();
    }

    private Optional<UnreadableItem> unreadable(ClientOrderId id) {
        return unreadableOrders.stream()
                .filter(item -> item.clientOrderId().equals(id.value()))
                .findFirst();
    }

    /** What the account is worth, and what it was worth at the last close. */
    public synchronized void equity(Money now, Money atLastClose) {
        equity = now;
        lastEquity = atLastClose;
    }

    /** Has this cash. */
    public synchronized void cash(Money now) {
        cash = now;
    }

    /** What it says of its market's hours. */
    public synchronized void marketClock(Instant now, boolean open) {
        marketClock = new MarketClock(now, open, now, now);
    }

    /** What is blocked on the account. */
    public synchronized void restricted(Set<AccountRestriction> now) {
        restrictions = now;
    }

    /** How often an order was looked for by the broker's name of it. */
    public synchronized int lookups() {
        return lookups;
    }

    /** How often the account was asked about. */
    public synchronized int accountQuestions() {
        return accountQuestions;
    }

    /** Holds a position. */
    public synchronized void position(Position position) {
        positions.add(position);
    }

    /** Holds nothing any more. */
    public synchronized void noPositions() {
        positions.clear();
    }

    /** Every order that came over the wire, as often as it came. */
    public synchronized List<Order> sends() {
        return List.copyOf(sends);
    }

    /** Every replace that came over the wire. */
    public synchronized List<Replacement> replacements() {
        return List.copyOf(replacements);
    }

    /** How often a cancel of all came over the wire. */
    public synchronized int cancelAlls() {
        return cancelAlls;
    }

    /** Every cancel that came over the wire. */
    public synchronized List<BrokerOrderId> cancels() {
        return List.copyOf(cancels);
    }

    /** The order it has under this client order id. */
    public synchronized BrokerOrder book(ClientOrderId id) {
        BrokerOrder order = book.get(id);
        if (order == null) {
            throw new AssertionError("the fake broker has no " + id);
        }
        return order;
    }

    /** How many orders it has. */
    public synchronized int orders() {
        return book.size();
    }

    @Override
    public Duration longestSend() {
        return Duration.ofSeconds(1);
    }

    @Override
    public SubmitAnswer submit(Order order, SendGuard guard) {
        Consumer<Order> witness;
        Runnable wait;
        synchronized (this) {
            witness = onSubmit;
            wait = beforeGuard;
        }
        wait.run();
        Optional<SendRefusal> refusal = guard.refusal();
        if (refusal.isPresent()) {
            return new SubmitAnswer.NotSent(refusal.get(), ANSWER);
        }
        witness.accept(order);
        return answer(order);
    }

    private synchronized SubmitAnswer answer(Order order) {
        sends.add(order);
        NextSubmit mishap = nextSubmits.poll();
        if (mishap == null) {
            return take(order);
        }
        return switch (mishap) {
            case TAKE_AND_LOSE_THE_ANSWER -> {
                take(order);
                yield new SubmitAnswer.Unresolved("timeout", ANSWER);
            }
            case LOSE_THE_REQUEST -> new SubmitAnswer.Unresolved("timeout", ANSWER);
            case REFUSE_THE_CONNECTION ->
                    new SubmitAnswer.NotSent(
                            new SendRefusal.NotConnected("connection refused"), ANSWER);
            case REFUSE ->
                    new SubmitAnswer.Refused(
                            RejectReason.INSUFFICIENT_BUYING_POWER,
                            "insufficient buying power",
                            ANSWER);
            case REFUSE_FOR_THE_FIRST ->
                    new SubmitAnswer.Refused(
                            RejectReason.WASH_TRADE,
                            "potential wash trade detected",
                            List.of(book.firstEntry().getValue().brokerOrderId()),
                            ANSWER);
            case THROTTLE -> new SubmitAnswer.Throttled("rate limit exceeded", ANSWER);
            case ANSWER_ABOUT_ANOTHER -> {
                take(order);
                yield new SubmitAnswer.Acknowledged(
                        SampleOrders.atBroker(stranger, OrderStatus.NEW, "0"), ANSWER);
            }
        };
    }

    private SubmitAnswer take(Order order) {
        if (received.putIfAbsent(order.clientOrderId(), order) != null) {
            return new SubmitAnswer.Refused(
                    RejectReason.DUPLICATE_CLIENT_ORDER_ID,
                    "client_order_id must be unique",
                    ANSWER);
        }
        BrokerOrder there =
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.ACCEPTED, "0"))
                        .legs(legs(order))
                        .order();
        book.put(order.clientOrderId(), there);
        for (BrokerOrder leg : there.legs()) {
            book.put(leg.clientOrderId(), leg);
        }
        return new SubmitAnswer.Acknowledged(
                answersShowLegs ? there : SampleOrders.like(there).legs().order(), ANSWER);
    }

    /** One leg for each class that has some is enough to tell legs from none. */
    private static BrokerOrder[] legs(Order order) {
        return switch (order.terms().orderClass()) {
            case OrderClass.Simple _ -> new BrokerOrder[0];
            case OrderClass.Bracket bracket ->
                    leg(order, new OrderType.Limit(bracket.takeProfit().limitPrice()));
            case OrderClass.OneCancelsOther oco ->
                    leg(order, new OrderType.Stop(oco.stopLoss().stopPx()));
            case OrderClass.OneTriggersOther oto ->
                    leg(
                            order,
                            switch (oto.exit()) {
                                case ExitLeg.TakeProfit profit ->
                                        new OrderType.Limit(profit.limitPrice());
                                case ExitLeg.StopLoss loss -> new OrderType.Stop(loss.stopPx());
                            });
        };
    }

    private static BrokerOrder[] leg(Order order, OrderType type) {
        NewOrder terms =
                new NewOrder(
                        order.terms().symbol(),
                        Side.SELL,
                        order.terms().amount(),
                        type,
                        order.terms().timeInForce(),
                        TradingHours.REGULAR,
                        new OrderClass.Simple());
        return new BrokerOrder[] {
            new BrokerOrder(
                    new BrokerOrderId("leg-of-" + order.id()),
                    new ClientOrderId("made-by-the-broker-" + order.id()),
                    terms.symbol(),
                    terms.side(),
                    terms.amount(),
                    terms,
                    new ReportedStatus.Known("held", OrderStatus.HELD),
                    Quantity.ZERO,
                    null,
                    SampleOrders.START,
                    SampleOrders.START,
                    List.of())
        };
    }

    @Override
    public synchronized CancelAnswer cancel(BrokerOrderId id) {
        cancels.add(id);
        CancelAnswer answer = nextCancels.poll();
        return answer == null ? new CancelAnswer.Requested(ANSWER) : answer;
    }

    @Override
    public ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
        Runnable wait;
        Consumer<Replacement> witness;
        synchronized (this) {
            wait = beforeGuard;
            witness = onReplace;
        }
        wait.run();
        Optional<SendRefusal> refusal = guard.refusal();
        if (refusal.isPresent()) {
            return new ReplaceAnswer.NotSent(refusal.get(), ANSWER);
        }
        witness.accept(replacement);
        return replace(id, replacement);
    }

    private synchronized ReplaceAnswer replace(BrokerOrderId id, Replacement replacement) {
        replacements.add(replacement);
        ReplaceAnswer answer = nextReplaces.poll();
        if (answer == null) {
            answer = byBrokerId(id).map(old -> replaced(old, replacement)).orElse(NO_SUCH_ORDER);
        }
        return losesReplaceAnswers ? new ReplaceAnswer.Unresolved("timeout", ANSWER) : answer;
    }

    /** The new order is at {@code r-<client order id>}; the old one keeps what it traded. */
    private ReplaceAnswer replaced(BrokerOrder old, Replacement replacement) {
        if (book.containsKey(replacement.clientOrderId())) {
            return new ReplaceAnswer.Refused(
                    RejectReason.DUPLICATE_CLIENT_ORDER_ID,
                    "client_order_id must be unique",
                    List.of(),
                    ANSWER);
        }
        BrokerOrderId newId = new BrokerOrderId("r-" + replacement.clientOrderId());
        NewOrder terms = old.terms();
        BrokerOrder there =
                SampleOrders.like(old)
                        .terms(
                                new NewOrder(
                                        old.symbol(),
                                        old.side(),
                                        new OrderAmount.ByQuantity(replacement.orderQty()),
                                        replacement.type(),
                                        replacement.timeInForce(),
                                        terms == null ? TradingHours.REGULAR : terms.tradingHours(),
                                        new OrderClass.Simple()))
                        .brokerOrderId(newId)
                        .clientOrderId(replacement.clientOrderId())
                        .status(new ReportedStatus.Known("new", OrderStatus.NEW))
                        .chain(old.brokerOrderId(), null)
                        .order();
        book.put(there.clientOrderId(), there);
        book.put(
                old.clientOrderId(),
                SampleOrders.like(old)
                        .status(new ReportedStatus.Known("replaced", OrderStatus.REPLACED))
                        .chain(old.replaces(), newId)
                        .order());
        return new ReplaceAnswer.Accepted(there, ANSWER);
    }

    @Override
    public synchronized CancelAllAnswer cancelAll() {
        cancelAlls++;
        CancelAllAnswer answer = nextCancelAlls.poll();
        if (answer != null) {
            return answer;
        }
        SequencedMap<BrokerOrderId, CancelAnswer> byOrder = new LinkedHashMap<>();
        book.values().stream()
                .filter(FakeBroker::open)
                .forEach(order ->
                        byOrder.put(order.brokerOrderId(), new CancelAnswer.Requested(ANSWER)));
        return new CancelAllAnswer.Answered(byOrder, ANSWER);
    }

    private Optional<BrokerOrder> byBrokerId(BrokerOrderId id) {
        return book.values().stream().filter(order -> order.brokerOrderId().equals(id)).findFirst();
    }

    @Override
    public synchronized OrderLookup find(BrokerOrderId id) {
        lookups++;
        if (refusedIds.contains(id)) {
            return new OrderLookup.Failed(
                    new BrokerFault(BrokerFault.Kind.REFUSED, "no such id can be", ANSWER));
        }
        return lookup(byBrokerId(id));
    }

    @Override
    public OrderLookup find(ClientOrderId id) {
        Consumer<ClientOrderId> witness;
        synchronized (this) {
            witness = onFind;
        }
        witness.accept(id);
        synchronized (this) {
            return lookup(Optional.ofNullable(book.get(id)));
        }
    }

    private OrderLookup lookup(Optional<BrokerOrder> order) {
        if (down || findsFail) {
            return new OrderLookup.Failed(DOWN);
        }
        Optional<UnreadableItem> item = order.flatMap(there -> unreadable(there.clientOrderId()));
        if (item.isPresent()) {
            return new OrderLookup.Unreadable(item.get(), ANSWER);
        }
        return order.filter(there -> !hidden.contains(there.clientOrderId()))
                .<OrderLookup>map(there -> new OrderLookup.Found(there, ANSWER))
                .orElse(new OrderLookup.Absent(ANSWER));
    }

    @Override
    public synchronized FetchResult<FetchedList<BrokerOrder>> openOrders() {
        return listed(book.values().stream().filter(FakeBroker::open).toList());
    }

    @Override
    public synchronized FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return listed(
                book.values().stream()
                        .filter(order -> !order.submittedAt().isBefore(submittedAt))
                        .toList());
    }

    private FetchResult<FetchedList<BrokerOrder>> listed(List<BrokerOrder> ours) {
        if (down || listsDown) {
            return new FetchResult.Failed<>(DOWN);
        }
        List<BrokerOrder> all = new ArrayList<>(ours);
        all.removeIf(order -> hidden.contains(order.clientOrderId()));
        all.addAll(foreign);
        all.removeIf(order -> unreadable(order.clientOrderId()).isPresent());
        return new FetchResult.Complete<>(new FetchedList<>(all, unreadableOrders));
    }

    private static boolean open(BrokerOrder order) {
        return switch (order.status()) {
            case ReportedStatus.Known known -> known.status().open();
            case ReportedStatus.Unrecognized _ -> true;
        };
    }

    @Override
    public synchronized FetchResult<FetchedList<Position>> positions() {
        return down
                ? new FetchResult.Failed<>(DOWN)
                : new FetchResult.Complete<>(new FetchedList<>(positions, unreadablePositions));
    }

    @Override
    public synchronized FetchResult<Account> account() {
        accountQuestions++;
        return down
                ? new FetchResult.Failed<>(DOWN)
                : new FetchResult.Complete<>(
                        new Account(
                                "PA1",
                                "ACTIVE",
                                cash,
                                equity,
                                Money.ZERO,
                                null,
                                lastEquity,
                                restrictions));
    }

    @Override
    public synchronized FetchResult<MarketClock> clock() {
        return down ? new FetchResult.Failed<>(DOWN) : new FetchResult.Complete<>(marketClock);
    }
}
