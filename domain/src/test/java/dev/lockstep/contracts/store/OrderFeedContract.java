package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link OrderFeed} promises; each implementation extends it. */
public abstract class OrderFeedContract {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();

    /** The feed under test. */
    protected abstract OrderFeed feed();

    /** The repository whose feed it is, empty at the start of each test. */
    protected abstract OrderRepository repository();

    @Test
    void an_empty_book_has_no_news() {
        assertThat(feed().last()).isZero();
        assertThat(feed().after(0, 10)).isEmpty();
        assertThat(feed().counts()).isEmpty();
    }

    @Test
    void every_event_has_its_place_and_an_order_comes_once_as_it_is_now() {
        Order first = added();
        Order second = added();
        Order changed = filled(first);

        assertThat(feed().last()).isEqualTo(3);
        assertThat(feed().after(0, 10))
                .containsExactly(new OrderFeed.Change(2, second), new OrderFeed.Change(3, changed));
        assertThat(feed().after(2, 10)).containsExactly(new OrderFeed.Change(3, changed));
        assertThat(feed().after(3, 10)).isEmpty();
        assertThat(feed().after(99, 10)).isEmpty();
    }

    @Test
    void pages_lead_from_one_to_the_next_without_a_gap() {
        List<Order> orders = List.of(added(), added(), added());

        List<OrderFeed.Change> page = feed().after(0, 2);
        assertThat(page).extracting(OrderFeed.Change::seq).containsExactly(1L, 2L);
        List<OrderFeed.Change> next = feed().after(page.getLast().seq(), 2);
        assertThat(next).containsExactly(new OrderFeed.Change(3, orders.getLast()));
    }

    @Test
    void an_order_that_changed_after_the_page_shows_as_it_is_now_at_the_page_s_place() {
        Order order = added();
        added();
        Order changed = filled(order);

        assertThat(feed().after(0, 1)).containsExactly(new OrderFeed.Change(1, changed));
    }

    @Test
    void each_event_is_read_by_itself_in_the_sequence() {
        Order first = added();
        Order second = added();
        Order changed = filled(first);

        List<OrderFeed.Step> steps = feed().eventsAfter(0, 10);
        assertThat(steps).extracting(OrderFeed.Step::seq).containsExactly(1L, 2L, 3L);
        assertThat(steps)
                .extracting(step -> step.event().orderId())
                .containsExactly(first.id(), second.id(), first.id());
        assertThat(steps.getLast().event().state()).isEqualTo(changed.state());
        assertThat(feed().eventsAfter(1, 1)).containsExactly(steps.get(1));
        assertThat(feed().eventsAfter(3, 10)).isEmpty();
        assertThatThrownBy(() -> feed().eventsAfter(0, 0))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void orders_are_counted_by_how_they_stand() {
        filled(added());
        added();
        added();

        assertThat(feed().counts())
                .isEqualTo(Map.of(OrderStatus.PENDING_SUBMIT, 2L, OrderStatus.FILLED, 1L));
    }

    @Test
    void a_page_has_its_bounds() {
        assertThatThrownBy(() -> feed().after(0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> feed().after(0, OrderFeed.MAX_EVENTS + 1))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_look_backwards_finds_each_event_by_itself_the_newest_first() {
        Order first = added();
        Order second = added();
        filled(first);

        OrderFeed.Stretch all = feed().before(Long.MAX_VALUE, null, 10);
        assertThat(all.happenings())
                .extracting(OrderFeed.Happening::seq)
                .containsExactly(3L, 2L, 1L);
        assertThat(all.happenings())
                .extracting(OrderFeed.Happening::orderId)
                .containsExactly(first.id(), second.id(), first.id());
        assertThat(all.happenings().getFirst())
                .isEqualTo(
                        new OrderFeed.Happening(
                                3,
                                SampleOrders.START.plusSeconds(1),
                                first.id(),
                                first.terms().symbol(),
                                first.terms().side(),
                                OrderStatus.FILLED,
                                Quantity.of("10"),
                                EVIDENCE.source(),
                                EVIDENCE.summary()));
        assertThat(all.reached()).isZero();
    }

    @Test
    void looks_backwards_lead_from_one_to_the_next_and_to_an_end() {
        added();
        added();
        added();

        OrderFeed.Stretch newest = feed().before(Long.MAX_VALUE, null, 2);
        assertThat(newest.happenings())
                .extracting(OrderFeed.Happening::seq)
                .containsExactly(3L, 2L);
        OrderFeed.Stretch oldest = feed().before(newest.reached(), null, 2);
        assertThat(oldest.happenings()).extracting(OrderFeed.Happening::seq).containsExactly(1L);
        assertThat(oldest.reached()).isZero();
        assertThat(feed().before(1, null, 2)).isEqualTo(new OrderFeed.Stretch(List.of(), 0));
    }

    @Test
    void a_look_backwards_can_be_for_one_instrument() {
        added();
        Order other = added("MSFT");
        added();

        assertThat(feed().before(Long.MAX_VALUE, new Symbol("MSFT"), 10).happenings())
                .extracting(OrderFeed.Happening::orderId)
                .containsExactly(other.id());
        assertThat(feed().before(Long.MAX_VALUE, new Symbol("TSLA"), 10))
                .isEqualTo(new OrderFeed.Stretch(List.of(), 0));
    }

    @Test
    void a_look_backwards_has_its_bounds() {
        assertThatThrownBy(() -> feed().before(1, null, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> feed().before(1, null, OrderFeed.MAX_EVENTS + 1))
                .isInstanceOf(InvalidValueException.class);
    }

    private Order added(String symbol) {
        NewOrder terms = SampleOrders.tenShares();
        Order order =
                sample.intent(
                        new NewOrder(
                                new Symbol(symbol),
                                terms.side(),
                                Quantity.of("10"),
                                terms.type(),
                                terms.timeInForce()));
        repository().add(order, EVIDENCE);
        return order;
    }

    private Order added() {
        Order order = sample.intent();
        repository().add(order, EVIDENCE);
        return order;
    }

    private Order filled(Order order) {
        repository()
                .update(
                        OrderUpdate.applying(
                                order.id(),
                                SampleOrders.report(order, OrderStatus.FILLED, "10"),
                                SampleOrders.START.plusSeconds(1),
                                EVIDENCE));
        return repository().find(order.id()).orElseThrow();
    }
}
