package dev.lockstep.domain.usecase.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check says what a submit would say, and leaves nothing behind. */
class CheckOrderTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final FakeBroker broker = new FakeBroker();
    private final FakeMarket market = new FakeMarket();
    private final TestClock clock = new TestClock();
    private final ControlRisk controlRisk = new ControlRisk(repository, clock);
    private final SampleOrders sample = new SampleOrders();
    private final MarketWatch watch = new MarketWatch(broker, market, clock);
    private final CheckOrder checkOrder =
            new CheckOrder(repository, sample.ids(), clock, watch, market);
    private final SubmitOrder submitOrder =
            new SubmitOrder(repository, broker, sample.ids(), clock, watch, market);

    @BeforeEach
    void list() {
        market.set(
                new Asset(AAPL, "Apple", "NASDAQ", true, true, true, true, true, null, null, null));
    }

    @Test
    void an_order_that_would_go_out_has_no_denials_and_nothing_is_stored_or_sent() {
        assertThat(checkOrder.denials(order("10", "100"))).isEmpty();

        assertThat(repository.last()).isZero();
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void a_rule_of_the_venue_is_named() {
        assertThat(reasons(order("10", "100.001"))).containsExactly(DenialReason.PRICE_INCREMENT);
        assertSame(order("10", "100.001"));
    }

    @Test
    void an_instrument_that_the_broker_does_not_have_is_named() {
        NewOrder unknown =
                new NewOrder(
                        new Symbol("GME"),
                        Side.BUY,
                        Quantity.of("1"),
                        new OrderType.Market(),
                        TimeInForce.DAY);

        assertThat(reasons(unknown)).containsExactly(DenialReason.SYMBOL_UNKNOWN);
    }

    @Test
    void every_limit_that_would_deny_is_named_from_the_book_as_it_is() {
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("1000")), "tester", "because");
        controlRisk.set(new RiskLimit.MaxOpenOrders(1), "tester", "because");
        submitOrder.submit(order("1", "100"));

        assertThat(reasons(order("11", "100")))
                .containsExactlyInAnyOrder(DenialReason.ORDER_VALUE, DenialReason.OPEN_ORDERS);
        assertSame(order("11", "100"));
    }

    @Test
    void what_a_limit_needs_is_asked_for_and_a_missing_answer_denies() {
        controlRisk.set(new RiskLimit.MaxDailyLoss(Money.of("500")), "tester", "because");
        broker.equity(Money.of("9400"), Money.of("10000"));
        assertThat(reasons(order("1", "100"))).containsExactly(DenialReason.DAILY_LOSS);

        clock.pass(Duration.ofSeconds(10));
        broker.down(true);
        assertThat(reasons(order("1", "100"))).containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    private void assertSame(NewOrder terms) {
        List<Denial> checked = checkOrder.denials(terms);

        assertThat(submitOrder.submit(terms))
                .isInstanceOfSatisfying(
                        SubmitResult.Denied.class,
                        denied -> assertThat(denied.denials()).isEqualTo(checked));
    }

    private List<DenialReason> reasons(NewOrder terms) {
        return checkOrder.denials(terms).stream().map(Denial::reason).toList();
    }

    private static NewOrder order(String qty, String limit) {
        return new NewOrder(
                AAPL,
                Side.BUY,
                Quantity.of(qty),
                new OrderType.Limit(Price.of(limit)),
                TimeInForce.DAY);
    }
}
