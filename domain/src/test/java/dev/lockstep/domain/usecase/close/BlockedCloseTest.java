package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closes that have to wait: for shares that external orders hold, and after refusals. */
class BlockedCloseTest extends CloseFixture {
    @Test
    void a_close_that_orders_from_elsewhere_block_names_them_and_ends_after_a_day() {
        broker.position(
                new Position(AAPL, NetQuantity.of("10"), Quantity.of("1"), null, null, null, null));
        Order theirs =
                new SampleOrders(new InstanceTag("other"))
                        .intent(terms("9", new OrderType.Limit(Price.of("250"))));
        broker.foreign(SampleOrders.atBroker(theirs, OrderStatus.NEW, "0"));

        Order request = closing(closePosition.close(AAPL, WHOLE));

        assertThat(request.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(request.state().text())
                .isEqualTo(
                        "closes all, waits: only 1 shares are free; others are held by b-"
                                + theirs.id());
        clock.pass(Duration.ofDays(1));
        resume();
        assertThat(stored(request).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void a_close_of_shares_that_no_listed_order_holds_says_so_and_ends_after_a_day() {
        broker.position(
                new Position(AAPL, NetQuantity.of("10"), Quantity.of("4"), null, null, null, null));

        Order request = closing(closePosition.close(AAPL, WHOLE));

        assertThat(request.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(request.state().text())
                .isEqualTo(
                        "closes all, waits: only 4 shares are free; others are held by no open"
                                + " order that the broker lists; check the cause at the broker");
        clock.pass(Duration.ofDays(1));
        resume();
        assertThat(stored(request).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void closes_that_are_refused_again_and_again_have_to_pause() {
        hold("10");
        for (int attempt = 0; attempt < 3; attempt++) {
            broker.next(FakeBroker.NextSubmit.REFUSE);
            closing(closePosition.close(AAPL, WHOLE));
        }
        Instant now = clock.instant();

        assertThat(closePosition.close(AAPL, WHOLE))
                .isInstanceOfSatisfying(
                        CloseResult.Refused.class,
                        refused -> assertThat(refused.again()).isEqualTo(now.plusSeconds(10)));
        assertThat(broker.sends()).hasSize(3);
        clock.pass(Duration.ofSeconds(10));
        assertThat(closing(closePosition.close(AAPL, WHOLE)).status())
                .isEqualTo(OrderStatus.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void the_pause_after_refused_closes_is_the_same_after_the_wall_clock_was_set(long seconds) {
        hold("10");
        for (int attempt = 0; attempt < 3; attempt++) {
            broker.next(FakeBroker.NextSubmit.REFUSE);
            closing(closePosition.close(AAPL, WHOLE));
        }
        assertThat(closePosition.close(AAPL, WHOLE)).isInstanceOf(CloseResult.Refused.class);

        clock.step(Duration.ofSeconds(seconds));

        assertThat(closePosition.close(AAPL, WHOLE)).isInstanceOf(CloseResult.Refused.class);
        clock.pass(Duration.ofSeconds(10));
        assertThat(closing(closePosition.close(AAPL, WHOLE)).status())
                .isEqualTo(OrderStatus.ACCEPTED);
    }
}
