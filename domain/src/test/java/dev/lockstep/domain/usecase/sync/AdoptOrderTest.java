package dev.lockstep.domain.usecase.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptOrderTest {
    private final LoopFixture its = new LoopFixture();
    private final AdoptOrder adoptOrder =
            new AdoptOrder(its.repository, its.broker, its.sample.ids(), its.clock);
    private final ExternalOrders externalOrders = new ExternalOrders(its.repository, its.broker);
    private final SampleOrders others = new SampleOrders(new InstanceTag("other"));
    private final BrokerOrder foreign =
            SampleOrders.atBroker(others.intent(), OrderStatus.PARTIALLY_FILLED, "4");

    @Test
    void an_order_sent_elsewhere_is_ours_once_somebody_asks_for_it() {
        its.broker.set(foreign);

        AdoptResult result = adoptOrder.adopt(foreign.brokerOrderId());

        assertThat(result).isInstanceOf(AdoptResult.Adopted.class);
        Order order = its.repository.byBrokerOrderId(foreign.brokerOrderId()).orElseThrow();
        assertThat(order.terms()).isEqualTo(foreign.terms());
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(order.cumQty()).isEqualTo(foreign.cumQty());
        assertThat(its.repository.history(order.id())).hasSize(1);
        assertThat(its.broker.sends()).isEmpty();
    }

    @Test
    void a_check_says_what_would_come_of_it_and_stores_nothing() {
        its.broker.set(foreign);

        assertThat(adoptOrder.check(foreign.brokerOrderId()))
                .isEqualTo(new AdoptResult.Adoptable(foreign));
        assertThat(its.repository.byBrokerOrderId(foreign.brokerOrderId())).isEmpty();

        adoptOrder.adopt(foreign.brokerOrderId());
        assertThat(adoptOrder.check(foreign.brokerOrderId()))
                .isInstanceOf(AdoptResult.AlreadyOurs.class);
    }

    @Test
    void an_adopted_order_is_synced_like_any_other_and_its_incident_closes() {
        its.broker.set(foreign);
        its.pass(Duration.ofSeconds(10));
        assertThat(its.openIncidents()).hasSize(1);
        assertThat(external()).containsExactly(foreign);

        adoptOrder.adopt(foreign.brokerOrderId());
        Order order = its.repository.byBrokerOrderId(foreign.brokerOrderId()).orElseThrow();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.set(
                SampleOrders.like(its.broker.book(order.clientOrderId()))
                        .brokerOrderId(foreign.brokerOrderId())
                        .order());
        its.pass(Duration.ofSeconds(10));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.openIncidents()).isEmpty();
        assertThat(external()).isEmpty();
    }

    @Test
    void an_adopted_order_that_replaced_ours_counts_its_fills_once_and_keeps_the_strategy() {
        Order ours = its.submitOrder.submit(strategic()).order();
        its.broker.set(ours, OrderStatus.PARTIALLY_FILLED, "4");
        its.pass(Duration.ofSeconds(10));
        BrokerOrder second = successor("elsewhere-2", its.broker.book(ours.clientOrderId()));
        BrokerOrder third = successor("elsewhere-3", second);

        AdoptResult result = adoptOrder.adopt(third.brokerOrderId());

        assertThat(result)
                .isInstanceOfSatisfying(
                        AdoptResult.Adopted.class,
                        adopted -> {
                            assertThat(adopted.order().terms().strategy())
                                    .isEqualTo(strategic().strategy());
                            assertThat(adopted.order().cumQty()).isEqualTo(Quantity.of("4"));
                        });
        Order middle = its.repository.byBrokerOrderId(second.brokerOrderId()).orElseThrow();
        assertThat(middle.replaces()).isEqualTo(ours.id());
        assertThat(its.repository.holdings().of(ours.terms().symbol()))
                .isEqualTo(NetQuantity.of("4"));
    }

    private static NewOrder strategic() {
        return SampleOrders.tenShares().with(new StrategyId("momentum"));
    }

    /** The broker replaced the order without us: the new one counts what the old one traded. */
    private BrokerOrder successor(String id, BrokerOrder replaced) {
        BrokerOrder next =
                SampleOrders.like(replaced)
                        .brokerOrderId(new BrokerOrderId(id))
                        .clientOrderId(new ClientOrderId("by hand " + id))
                        .chain(replaced.brokerOrderId(), null)
                        .order();
        its.broker.set(next);
        its.broker.set(
                SampleOrders.like(replaced)
                        .status(new ReportedStatus.Known("replaced", OrderStatus.REPLACED))
                        .chain(replaced.replaces(), next.brokerOrderId())
                        .order());
        return next;
    }

    @Test
    void to_adopt_twice_and_to_adopt_our_own_changes_nothing() {
        its.broker.set(foreign);
        Order ours = its.submitted();

        adoptOrder.adopt(foreign.brokerOrderId());

        assertThat(adoptOrder.adopt(foreign.brokerOrderId()))
                .isInstanceOf(AdoptResult.AlreadyOurs.class);
        assertThat(adoptOrder.adopt(SampleOrders.brokerOrderId(ours)))
                .isEqualTo(new AdoptResult.AlreadyOurs(ours));
    }

    @Test
    void an_order_whose_terms_have_no_words_here_is_refused() {
        its.broker.set(SampleOrders.like(foreign).withoutTerms().order());

        assertThat(adoptOrder.adopt(foreign.brokerOrderId()))
                .isInstanceOf(AdoptResult.NotAdoptable.class);
        assertThat(its.repository.byBrokerOrderId(foreign.brokerOrderId())).isEmpty();
    }

    @Test
    void an_order_with_legs_is_adopted_whole_or_not_at_all() {
        BrokerOrder leg = SampleOrders.atBroker(others.intent(), OrderStatus.HELD, "0");
        its.broker.set(
                SampleOrders.like(foreign)
                        .legs(SampleOrders.like(leg).withoutTerms().order())
                        .order());
        assertThat(adoptOrder.adopt(foreign.brokerOrderId()))
                .isInstanceOf(AdoptResult.NotAdoptable.class);

        its.broker.set(SampleOrders.like(foreign).legs(leg).order());
        assertThat(adoptOrder.adopt(foreign.brokerOrderId()))
                .isInstanceOfSatisfying(
                        AdoptResult.Adopted.class,
                        adopted ->
                                assertThat(its.repository.legs(adopted.order().id()))
                                        .isEqualTo(adopted.legs())
                                        .hasSize(1));
    }

    @Test
    void an_order_that_is_not_there_and_a_broker_that_is_down_are_told_apart() {
        assertThat(adoptOrder.adopt(new BrokerOrderId("none")))
                .isInstanceOf(AdoptResult.NoSuchOrder.class);
        its.broker.down(true);
        assertThat(adoptOrder.adopt(new BrokerOrderId("none")))
                .isInstanceOf(AdoptResult.Failed.class);
        assertThat(externalOrders.list()).isInstanceOf(FetchResult.Failed.class);
    }

    private List<BrokerOrder> external() {
        return ((FetchResult.Complete<FetchedList<BrokerOrder>>) externalOrders.list())
                .value()
                .items();
    }
}
