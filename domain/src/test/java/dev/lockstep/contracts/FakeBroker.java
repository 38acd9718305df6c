package dev.lockstep.contracts;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * A broker made of code: it keeps a book, refuses a client order id it knows, and does what a test
 * scripted it to do next. Safe for use by several threads.
 */
public final class FakeBroker extends ScriptedBroker implements Broker {
    private static final Evidence ANSWER =
            new Evidence(Evidence.Source.HTTP_ANSWER, "fake", "fake-1", "{}");
    private static final BrokerFault DOWN =
            new BrokerFault(BrokerFault.Kind.UNREACHABLE, "the fake broker is down", ANSWER);

    private final Order stranger = new SampleOrders(new InstanceTag("other")).intent();

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

    @Override
    public Venue venue() {
        return new AlpacaVenue();
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
        received.sends.add(order);
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
                            List.of(book.first().brokerOrderId()),
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
        return book.accept(order)
                .<SubmitAnswer>map(there ->
                        new SubmitAnswer.Acknowledged(
                                answersShowLegs ? there : SampleOrders.like(there).legs().order(),
                                ANSWER))
                .orElseGet(() ->
                        new SubmitAnswer.Refused(
                                RejectReason.DUPLICATE_CLIENT_ORDER_ID,
                                "client_order_id must be unique",
                                ANSWER));
    }

    @Override
    public synchronized CancelAnswer cancel(BrokerOrderId id) {
        received.cancels.add(id);
        CancelAnswer answer = nextCancels.poll();
        return answer == null ? new CancelAnswer.Requested(ANSWER) : answer;
    }

    @Override
    public synchronized CancelAnswer cancelAgain(BrokerOrderId id) {
        return withholdsRepeatedCancels
                ? new CancelAnswer.Unresolved("not sent: no budget", ANSWER)
                : cancel(id);
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
        received.replacements.add(replacement);
        ReplaceAnswer answer = nextReplaces.poll();
        if (answer == null) {
            answer =
                    book.find(id)
                            .map(old -> replaced(old, replacement))
                            .orElse(new ReplaceAnswer.Absent(ANSWER));
        }
        return losesReplaceAnswers ? new ReplaceAnswer.Unresolved("timeout", ANSWER) : answer;
    }

    private ReplaceAnswer replaced(BrokerOrder old, Replacement replacement) {
        return book.find(replacement.clientOrderId()).isPresent()
                ? new ReplaceAnswer.Refused(
                        RejectReason.DUPLICATE_CLIENT_ORDER_ID,
                        "client_order_id must be unique",
                        List.of(),
                        ANSWER)
                : new ReplaceAnswer.Accepted(book.replace(old, replacement), ANSWER);
    }

    @Override
    public synchronized CancelAllAnswer cancelAll() {
        received.cancelAlls++;
        CancelAllAnswer answer = nextCancelAlls.poll();
        if (answer != null) {
            return answer;
        }
        SequencedMap<BrokerOrderId, CancelAnswer> byOrder = new LinkedHashMap<>();
        book.open()
                .forEach(order ->
                        byOrder.put(order.brokerOrderId(), new CancelAnswer.Requested(ANSWER)));
        return new CancelAllAnswer.Answered(byOrder, ANSWER);
    }

    @Override
    public synchronized OrderLookup find(BrokerOrderId id) {
        received.lookups++;
        if (refusedIds.contains(id)) {
            return new OrderLookup.Failed(
                    new BrokerFault(BrokerFault.Kind.REFUSED, "no such id can be", ANSWER));
        }
        return lookup(book.find(id));
    }

    @Override
    public OrderLookup find(ClientOrderId id) {
        Consumer<ClientOrderId> witness;
        synchronized (this) {
            witness = onFind;
        }
        witness.accept(id);
        synchronized (this) {
            return lookup(book.find(id));
        }
    }

    private OrderLookup lookup(Optional<BrokerOrder> order) {
        if (down || findsFail) {
            return new OrderLookup.Failed(DOWN);
        }
        Optional<UnreadableItem> item =
                order.flatMap(there -> book.unreadable(there.clientOrderId()));
        if (item.isPresent()) {
            return new OrderLookup.Unreadable(item.get(), ANSWER);
        }
        return order.filter(there -> !book.hides(there.clientOrderId()))
                .<OrderLookup>map(there -> new OrderLookup.Found(there, ANSWER))
                .orElse(new OrderLookup.Absent(ANSWER));
    }

    @Override
    public synchronized FetchResult<FetchedList<BrokerOrder>> openOrders() {
        return listed(book.open());
    }

    @Override
    public synchronized FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return listed(book.since(submittedAt));
    }

    @Override
    public synchronized FetchResult<FetchedList<BrokerOrder>> closedOrdersSince(
            Instant submittedAt) {
        return listed(book.closedSince(submittedAt));
    }

    private FetchResult<FetchedList<BrokerOrder>> listed(List<BrokerOrder> ours) {
        received.listedOrders += ours.size();
        return listsDown ? new FetchResult.Failed<>(DOWN) : answered(book.listed(ours));
    }

    @Override
    public synchronized FetchResult<FetchedList<Position>> positions() {
        return answered(account.positions());
    }

    @Override
    public synchronized FetchResult<Account> account() {
        received.accountQuestions++;
        return answered(account.account());
    }

    @Override
    public synchronized FetchResult<MarketClock> clock() {
        return answered(marketClock);
    }

    private <T> FetchResult<T> answered(T answer) {
        return down ? new FetchResult.Failed<>(DOWN) : new FetchResult.Complete<>(answer);
    }
}
