package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shown texts are sentences and never the text form of a Java record, as in Foo[bar=1]. */
class PlainTextTest {
    private static final Pattern RECORD = Pattern.compile("\\w+\\[\\w+=");

    private final LoopFixture its = new LoopFixture();

    @Test
    void an_amount_and_an_order_of_the_broker_read_as_plain_text() {
        Order order = its.submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.PARTIALLY_FILLED, "4");

        assertThat(new OrderAmount.ByQuantity(Quantity.of("10"))).hasToString("10");
        assertThat(new OrderAmount.ByCash(Money.of("100"))).hasToString("$100");
        assertThat(there.toString())
                .startsWith("buy 10 AAPL, partially_filled, 4 filled")
                .isEqualTo(there.text());
    }

    @Test
    void the_text_of_no_incident_is_that_of_a_record() {
        Order missing = its.submitted();
        its.broker.forget(missing);
        Order external = its.sample.intent();
        its.broker.foreign(SampleOrders.atBroker(external, OrderStatus.NEW, "0"));
        its.broker.position(new Position(SampleOrders.tenShares().symbol(), NetQuantity.of("12")));
        its.broker.unreadable(
                new UnreadableItem(
                        UnreadableItem.Kind.ORDER,
                        UnreadableItem.Cause.MALFORMED,
                        "b-9",
                        "c-9",
                        "AAPL",
                        "1",
                        "status is missing",
                        "{}"));
        its.broker.next(NextSubmit.ANSWER_ABOUT_ANOTHER);
        its.submitted();

        its.pass(Duration.ofMinutes(5));

        assertThat(its.openIncidents()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(texts()).isNotEmpty().allSatisfy(PlainTextTest::plain);
    }

    @ParameterizedTest
    @EnumSource(NextSubmit.class)
    void the_history_of_no_order_shows_a_record(NextSubmit mishap) {
        its.submitted();
        its.broker.next(mishap);
        Order order = its.submitted();
        its.pass(Duration.ofMinutes(1));

        assertThat(its.stored(order).state().text()).satisfies(PlainTextTest::plain);
        assertThat(texts()).allSatisfy(PlainTextTest::plain);
        for (OrderEvent event : its.repository.history(order.id())) {
            plain(event.evidence().summary());
            plain(event.evidence().payload());
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        its.openIncidents().forEach(incident -> texts.add(incident.text()));
        its.events.forEach(event -> texts.add(event.text()));
        return texts;
    }

    private static void plain(String text) {
        assertThat(RECORD.matcher(text).find()).as(text).isFalse();
    }
}
