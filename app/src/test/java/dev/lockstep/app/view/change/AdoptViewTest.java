package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.app.view.StatedOrders;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.usecase.sync.AdoptResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The keyword and the sentence of each result of an adoption. */
class AdoptViewTest {
    private static final BrokerOrderId ID = new BrokerOrderId("b-1");
    private static final Order ORDER = new StatedOrders().in(OrderStatus.NEW);
    private static final BrokerOrder THERE = SampleOrders.atBroker(ORDER, OrderStatus.NEW, "0");

    static Stream<Arguments> results() {
        BrokerOrder withLegs = SampleOrders.like(THERE).legs(THERE, THERE).order();
        return Stream.of(
                arguments(new AdoptResult.Adopted(ORDER, List.of()), "adopted", "", ORDER),
                arguments(
                        new AdoptResult.Adopted(ORDER, List.of(ORDER, ORDER)),
                        "adopted",
                        "with 2 legs",
                        ORDER),
                arguments(new AdoptResult.Adoptable(THERE), "would_be_adopted", "buy AAPL", null),
                arguments(
                        new AdoptResult.Adoptable(withLegs),
                        "would_be_adopted",
                        "buy AAPL with 2 legs",
                        null),
                arguments(new AdoptResult.AlreadyOurs(ORDER), "already_known", "", ORDER),
                arguments(
                        new AdoptResult.NoSuchOrder(ID),
                        "no_such_order",
                        "no such order at the broker",
                        null),
                arguments(
                        new AdoptResult.NotAdoptable(THERE, "it has no terms"),
                        "refused",
                        "it has no terms",
                        null),
                arguments(
                        new AdoptResult.Failed(
                                new BrokerFault(
                                        BrokerFault.Kind.TIMEOUT, "10 s", Evidence.local("test"))),
                        "failed",
                        "broker: timeout: 10 s",
                        null));
    }

    @ParameterizedTest
    @MethodSource("results")
    void each_result_has_a_keyword_and_a_text(
            AdoptResult result, String keyword, String text, @Nullable Order order) {
        assertThat(AdoptView.of(ID, result)).isEqualTo(new AdoptView(ID, keyword, text, order));
    }

    @Test
    void one_leg_is_not_written_as_several() {
        assertThat(AdoptView.of(ID, new AdoptResult.Adopted(ORDER, List.of(ORDER))).text())
                .isEqualTo("with 1 leg");
    }

    @Test
    void programs_get_the_id_of_the_broker_and_the_stored_order() {
        assertThat(AdoptView.of(ID, new AdoptResult.AlreadyOurs(ORDER)).json())
                .satisfies(body -> {
                    assertThat(body.brokerOrderId()).isEqualTo("b-1");
                    assertThat(body.order()).isNotNull();
                });
        assertThat(AdoptView.of(ID, new AdoptResult.NoSuchOrder(ID)).json().order()).isNull();
    }
}
