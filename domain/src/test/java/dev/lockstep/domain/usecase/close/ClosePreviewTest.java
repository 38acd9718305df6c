package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosePreviewTest extends CloseFixture {
    private static final StrategyId TREND = new StrategyId("trend");
    private static final Price LIMIT = Price.of("210");

    @Test
    void a_position_would_be_closed_and_nothing_is_stored_or_sent() {
        hold("10");
        stop();
        List<Order> before = all();

        assertThat(preview(null, WHOLE)).isEmpty();

        assertThat(all()).isEqualTo(before);
        assertThat(sent()).containsExactly("SELL 10 Stop");
    }

    @Test
    void a_strategy_without_a_part_of_the_position_closes_nothing() {
        hold("10");

        assertThat(preview(TREND, WHOLE)).contains(closePosition.close(AAPL, TREND, WHOLE));
        assertThat(preview(TREND, WHOLE)).contains(new CloseResult.Gone(AAPL));
    }

    @Test
    void a_part_that_exceeds_the_position_is_refused() {
        hold("10");
        ClosePart more = new ClosePart.ByQuantity(Quantity.of("11"));

        assertThatThrownBy(() -> preview(null, more))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most the position, 10");
    }

    @Test
    void a_price_that_the_venue_does_not_take_is_refused() {
        hold("10");

        assertThatThrownBy(() -> closePosition.preview(AAPL, null, WHOLE, Price.of("210.123")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("210.123");
    }

    @Test
    void a_close_that_waits_is_the_answer_to_the_same_request_and_refuses_another_part() {
        hold("10");
        stop();
        Order four = closing(closePosition.close(AAPL, FOUR));

        assertThat(preview(null, FOUR)).contains(new CloseResult.Closing(stored(four)));
        assertThat(preview(null, new ClosePart.ByQuantity(Quantity.of("3"))))
                .contains(new CloseResult.Busy(stored(four)));
        assertThat(preview(null, WHOLE)).isEmpty();
    }

    @Test
    void a_close_that_rests_at_the_same_limit_is_the_answer() {
        hold("10");
        Order resting = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));

        assertThat(closePosition.preview(AAPL, null, WHOLE, LIMIT))
                .contains(new CloseResult.Closing(stored(resting)));
        assertThat(closePosition.preview(AAPL, null, WHOLE, Price.of("211"))).isEmpty();
    }

    @Test
    void a_broker_that_is_away_is_named() {
        broker.down(true);

        assertThat(preview(null, WHOLE))
                .hasValueSatisfying(
                        result -> assertThat(result).isInstanceOf(CloseResult.Failed.class));
    }

    private Optional<CloseResult> preview(@Nullable StrategyId strategy, ClosePart part) {
        return closePosition.preview(AAPL, strategy, part, null);
    }

    private List<Order> all() {
        return repository.search(OrderQuery.all());
    }
}
