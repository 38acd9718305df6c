package dev.lockstep.domain.usecase.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.broker.UnreadableItem;
import org.junit.jupiter.api.Test;

class CancelScopeTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");

    @Test
    void an_order_is_meant_if_its_instrument_and_its_side_are() {
        CancelScope buysOfAapl = new CancelScope(AAPL, Side.BUY, false);

        assertThat(buysOfAapl.means(AAPL, Side.BUY)).isTrue();
        assertThat(buysOfAapl.means(AAPL, Side.SELL)).isFalse();
        assertThat(buysOfAapl.means(MSFT, Side.BUY)).isFalse();
        assertThat(CancelScope.OURS.means(MSFT, Side.SELL)).isTrue();
    }

    @Test
    void everything_is_every_instrument_and_both_sides() {
        assertThat(CancelScope.OURS.everything()).isTrue();
        assertThat(new CancelScope(null, null, true).everything()).isTrue();
        assertThat(new CancelScope(AAPL, null, false).everything()).isFalse();
        assertThat(new CancelScope(null, Side.BUY, false).everything()).isFalse();
    }

    @Test
    void an_order_that_cannot_be_read_is_meant_by_its_instrument_and_never_by_its_side() {
        CancelScope every = new CancelScope(null, null, true);
        CancelScope ofAapl = new CancelScope(AAPL, null, true);

        assertThat(every.means(item("b-1", "AAPL"))).isTrue();
        assertThat(every.means(item("", "AAPL"))).as("no id to cancel it by").isFalse();
        assertThat(ofAapl.means(item("b-1", "AAPL"))).isTrue();
        assertThat(ofAapl.means(item("b-1", "MSFT"))).isFalse();
        assertThat(ofAapl.means(item("b-1", ""))).as("of no instrument").isFalse();
        assertThat(new CancelScope(null, Side.BUY, true).means(item("b-1", "AAPL"))).isFalse();
    }

    private static UnreadableItem item(String brokerId, String symbol) {
        return new UnreadableItem(
                UnreadableItem.Kind.ORDER,
                UnreadableItem.Cause.MALFORMED,
                brokerId,
                "",
                symbol,
                "1",
                "a reason",
                "{}");
    }
}
