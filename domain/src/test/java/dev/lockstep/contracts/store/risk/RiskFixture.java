package dev.lockstep.contracts.store.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sample orders and limits of the account, with the steps that several topics share. */
public record RiskFixture(OrderRepository repository, RiskControl control, SampleOrders sample) {
    static final Evidence EVIDENCE = Evidence.local("submit");
    static final Symbol AAPL = new Symbol("AAPL");
    static final RiskLimit FIVE_OPEN = new RiskLimit.MaxOpenOrders(5);

    IntentOutcome intend(Order intent, Function<Exposure, Verdict> gate) {
        return repository.intend(new ConditionalInsert(intent, null, gate, EVIDENCE));
    }

    /** What the gate of an order is shown; the order is not stored. */
    Exposure exposureOf(Order intent) {
        return exposureOf(repository, intent);
    }

    Exposure exposureOf(Order intent, OrderId replaced) {
        return exposureOf(repository, intent, replaced);
    }

    static Exposure exposureOf(OrderRepository repository, Order intent) {
        return exposureOf(repository, intent, null);
    }

    static Exposure exposureOf(
            OrderRepository repository, Order intent, @Nullable OrderId replaced) {
        List<Exposure> seen = new ArrayList<>();
        repository.intend(
                new ConditionalInsert(
                        intent,
                        replaced,
                        exposure -> {
                            seen.add(exposure);
                            return new Verdict.Undecided(
                                    Set.of(MarketView.Need.PRICES), 0, List.of());
                        },
                        EVIDENCE));
        return seen.getLast();
    }

    Order stored(NewOrder terms) {
        Order order = sample.intent(terms);
        repository.add(order, EVIDENCE);
        return order;
    }

    void leg(Order parent, String id, OrderStatus status, String orderQty) {
        NewOrder terms = terms(Side.SELL, orderQty, limit("120"));
        Order template = sample.intent(terms);
        Order leg =
                Order.leg(
                        sample.ids().nextOrderId(),
                        parent,
                        terms,
                        SampleOrders.like(SampleOrders.atBroker(template, status, "0"))
                                .brokerOrderId(new BrokerOrderId(id))
                                .order(),
                        SampleOrders.START);
        repository.add(leg, EVIDENCE);
    }

    void fill(Order order, String cumQty, OrderStatus status) {
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                order.id(),
                                SampleOrders.report(order, status, cumQty),
                                SampleOrders.START,
                                EVIDENCE));
        assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
    }

    Order later(Duration after) {
        Order intent = sample.intent(terms(Side.BUY, "10", limit("100")));
        return Order.intent(
                intent.id(),
                intent.clientOrderId(),
                intent.idempotencyKey(),
                intent.terms(),
                SampleOrders.START.plus(after));
    }

    void set(RiskLimit limit) {
        control.change(change(new Step.SetLimit(limit)));
    }

    void restrict(String source, TradingState state) {
        control.change(change(new Step.Restrict(source, state)));
    }

    Order waiting(Order entry, String orderQty) {
        Order waiting = waitingIntent(entry, orderQty);
        repository.add(waiting, EVIDENCE);
        return waiting;
    }

    Order waitingIntent(Order entry, String orderQty) {
        Order like = sample.intent(terms(Side.SELL, orderQty, market()));
        return Order.waiting(
                like.id(),
                like.clientOrderId(),
                like.idempotencyKey(),
                entry.id(),
                like.terms(),
                SampleOrders.START);
    }

    static Verdict approve(Exposure exposure) {
        return approved();
    }

    static Verdict approved() {
        return new Verdict.Approved();
    }

    static Verdict denied() {
        return new Verdict.Denied(
                List.of(new Denial(DenialReason.OPEN_ORDERS, "openOrders", "5", "<5")));
    }

    static RiskChange change(Step step) {
        return new RiskChange(step, "tester", "because", SampleOrders.START);
    }

    static NewOrder terms(Side side, String orderQty, OrderType type) {
        return new NewOrder(AAPL, side, Quantity.of(orderQty), type, TimeInForce.DAY);
    }

    static NewOrder with(Symbol symbol, NewOrder terms) {
        return new NewOrder(
                symbol,
                terms.side(),
                terms.amount(),
                terms.type(),
                terms.timeInForce(),
                terms.tradingHours(),
                terms.orderClass());
    }

    static OrderType market() {
        return new OrderType.Market();
    }

    static OrderType limit(String price) {
        return new OrderType.Limit(Price.of(price));
    }

    static NewOrder bracket() {
        return terms(Side.BUY, "10", market())
                .with(
                        new OrderClass.Bracket(
                                new ExitLeg.TakeProfit(Price.of("120")),
                                new ExitLeg.StopLoss(Price.of("80"), null)));
    }
}
