package dev.lockstep.domain.simulation;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.position.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A venue that never lies: it keeps every order it took, once for a client order id, trades by
 * chance at each turn, and cancels a turn after it was asked to. What goes wrong on the way to it
 * is {@link Mischief}'s.
 */
final class SeededVenue implements Broker {
    private static final Price PRICE = Price.of("100");
    private static final Evidence ANSWER =
            new Evidence(Evidence.Source.HTTP_ANSWER, "venue", "", "{}");

    private final Chance chance;
    private final InstantSource clock;
    private final Map<ClientOrderId, BrokerOrder> book = new LinkedHashMap<>();
    private final Map<BrokerOrderId, ClientOrderId> names = new LinkedHashMap<>();
    private final List<BrokerOrderId> toCancel = new ArrayList<>();
    private final List<BrokerOrder> news = new ArrayList<>();

    SeededVenue(Chance chance, InstantSource clock) {
        this.chance = chance;
        this.clock = clock;
    }

    /** Every order it ever took. */
    List<BrokerOrder> ledger() {
        return List.copyOf(book.values());
    }

    /** Cancels what it was asked to, and lets some of the rest trade. */
    void turn() {
        for (BrokerOrderId id : toCancel) {
            BrokerOrder order = byId(id).orElseThrow();
            if (open(order)) {
                store(with(order, OrderStatus.CANCELED, order.cumQty()));
            }
        }
        toCancel.clear();
        for (BrokerOrder order : ledger()) {
            if (open(order) && chance.percent(25)) {
                trade(order);
            }
        }
    }

    /** What happened since it was last asked for. */
    List<BrokerOrder> takeNews() {
        List<BrokerOrder> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    @Override
    public Venue venue() {
        return new AlpacaVenue();
    }

    @Override
    public Duration longestSend() {
        return Duration.ofSeconds(4);
    }

    @Override
    public SubmitAnswer submit(Order order, SendGuard guard) {
        Optional<SendRefusal> refusal = guard.refusal();
        if (refusal.isPresent()) {
            return new SubmitAnswer.NotSent(refusal.get(), ANSWER);
        }
        if (book.containsKey(order.clientOrderId())) {
            return new SubmitAnswer.Refused(
                    RejectReason.DUPLICATE_CLIENT_ORDER_ID,
                    "client_order_id must be unique",
                    ANSWER);
        }
        if (chance.percent(5)) {
            return new SubmitAnswer.Refused(
                    RejectReason.INSUFFICIENT_BUYING_POWER, "insufficient buying power", ANSWER);
        }
        BrokerOrder taken =
                order(order.clientOrderId(), order.terms(), Quantity.ZERO, null, OrderStatus.NEW);
        store(taken);
        return new SubmitAnswer.Acknowledged(taken, ANSWER);
    }

    @Override
    public CancelAnswer cancel(BrokerOrderId id) {
        Optional<BrokerOrder> order = byId(id);
        if (order.isEmpty()) {
            return new CancelAnswer.Absent(ANSWER);
        }
        if (!open(order.get())) {
            return new CancelAnswer.Refused("order is not cancelable", ANSWER);
        }
        toCancel.add(id);
        return new CancelAnswer.Requested(ANSWER);
    }

    @Override
    public ReplaceAnswer replace(BrokerOrderId id, Replacement request, SendGuard guard) {
        Optional<SendRefusal> refusal = guard.refusal();
        if (refusal.isPresent()) {
            return new ReplaceAnswer.NotSent(refusal.get(), ANSWER);
        }
        Optional<BrokerOrder> found = byId(id);
        if (found.isEmpty()) {
            return new ReplaceAnswer.Absent(ANSWER);
        }
        BrokerOrder old = found.get();
        if (book.containsKey(request.clientOrderId())) {
            return refused(
                    RejectReason.DUPLICATE_CLIENT_ORDER_ID, "client_order_id must be unique");
        }
        if (!open(old) || request.orderQty().compareTo(old.cumQty()) <= 0) {
            return refused(RejectReason.ORDER_STATE, "order is not replaceable");
        }
        NewOrder terms = Objects.requireNonNull(old.terms());
        NewOrder requested =
                new NewOrder(
                        terms.symbol(),
                        terms.side(),
                        new OrderAmount.ByQuantity(request.orderQty()),
                        request.type(),
                        request.timeInForce(),
                        terms.tradingHours(),
                        terms.orderClass());
        BrokerOrder next =
                order(request.clientOrderId(), requested, old.cumQty(), id, OrderStatus.NEW);
        store(chained(with(old, OrderStatus.REPLACED, old.cumQty()), next.brokerOrderId()));
        store(next);
        return new ReplaceAnswer.Accepted(next, ANSWER);
    }

    private static ReplaceAnswer refused(RejectReason reason, String text) {
        return new ReplaceAnswer.Refused(reason, text, List.of(), ANSWER);
    }

    @Override
    public CancelAllAnswer cancelAll() {
        LinkedHashMap<BrokerOrderId, CancelAnswer> answers = new LinkedHashMap<>();
        ledger().stream()
                .filter(SeededVenue::open)
                .forEach(
                        order -> answers.put(order.brokerOrderId(), cancel(order.brokerOrderId())));
        return new CancelAllAnswer.Answered(answers, ANSWER);
    }

    @Override
    public OrderLookup find(BrokerOrderId id) {
        return reported(byId(id));
    }

    @Override
    public OrderLookup find(ClientOrderId id) {
        return reported(Optional.ofNullable(book.get(id)));
    }

    private static OrderLookup reported(Optional<BrokerOrder> order) {
        return order.<OrderLookup>map(there -> new OrderLookup.Found(there, ANSWER))
                .orElse(new OrderLookup.Absent(ANSWER));
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> openOrders() {
        return new FetchResult.Complete<>(
                new FetchedList<>(ledger().stream().filter(SeededVenue::open).toList()));
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return new FetchResult.Complete<>(
                new FetchedList<>(
                        ledger().stream()
                                .filter(order -> !order.submittedAt().isBefore(submittedAt))
                                .toList()));
    }

    @Override
    public FetchResult<FetchedList<Position>> positions() {
        List<Position> held = new ArrayList<>();
        net().forEach((symbol, qty) -> {
            if (qty.signum() != 0) {
                held.add(new Position(symbol, new NetQuantity(qty)));
            }
        });
        return new FetchResult.Complete<>(new FetchedList<>(held));
    }

    /** What each order traded itself: a successor's total begins with its predecessor's. */
    private Map<Symbol, BigDecimal> net() {
        Map<Symbol, BigDecimal> net = new TreeMap<>();
        for (BrokerOrder order : book.values()) {
            if (order.replacedBy() == null) {
                BigDecimal qty = order.cumQty().value();
                net.merge(
                        order.symbol(),
                        order.side() == Side.BUY ? qty : qty.negate(),
                        BigDecimal::add);
            }
        }
        return net;
    }

    @Override
    public FetchResult<Account> account() {
        return new FetchResult.Complete<>(
                new Account(
                        "PA1", "ACTIVE", Money.ZERO, Money.ZERO, Money.ZERO, null, null, Set.of()));
    }

    @Override
    public FetchResult<MarketClock> clock() {
        Instant now = clock.instant();
        return new FetchResult.Complete<>(new MarketClock(now, true, now, now));
    }

    private void trade(BrokerOrder order) {
        BigDecimal total =
                Objects.requireNonNull(Objects.requireNonNull(order.terms()).orderQty()).value();
        int leaves = total.subtract(order.cumQty().value()).intValueExact();
        int lastQty = chance.between(1, leaves);
        store(
                with(
                        order,
                        lastQty == leaves ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
                        new Quantity(order.cumQty().value().add(BigDecimal.valueOf(lastQty)))));
    }

    private void store(BrokerOrder order) {
        book.put(order.clientOrderId(), order);
        names.put(order.brokerOrderId(), order.clientOrderId());
        news.add(order);
    }

    private Optional<BrokerOrder> byId(BrokerOrderId id) {
        return Optional.ofNullable(names.get(id)).map(book::get);
    }

    private BrokerOrder order(
            ClientOrderId name,
            NewOrder terms,
            Quantity cumQty,
            @Nullable BrokerOrderId replaces,
            OrderStatus status) {
        return new BrokerOrder(
                new BrokerOrderId("v-" + (names.size() + 1)),
                name,
                terms.symbol(),
                terms.side(),
                terms.amount(),
                terms,
                known(status),
                cumQty,
                cumQty.zero() ? null : PRICE,
                clock.instant(),
                clock.instant(),
                List.of(),
                replaces,
                null);
    }

    private BrokerOrder with(BrokerOrder order, OrderStatus status, Quantity cumQty) {
        return order.changed(status, cumQty, cumQty.zero() ? null : PRICE, clock.instant());
    }

    private static BrokerOrder chained(BrokerOrder order, BrokerOrderId next) {
        return new BrokerOrder(
                order.brokerOrderId(),
                order.clientOrderId(),
                order.symbol(),
                order.side(),
                order.amount(),
                order.terms(),
                order.status(),
                order.cumQty(),
                order.avgPx(),
                order.submittedAt(),
                order.transactTime(),
                List.of(),
                order.replaces(),
                next);
    }

    private static ReportedStatus known(OrderStatus status) {
        return new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status);
    }

    private static boolean open(BrokerOrder order) {
        return order.status() instanceof ReportedStatus.Known(String _, OrderStatus status)
                && status.open();
    }
}
