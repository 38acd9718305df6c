package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An order with a leg that is null; the fuzzer found it. */
class UnreadableLegsTest {
    private static final String ORDER =
            "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"a\","
                    + "\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"1\",\"type\":\"market\","
                    + "\"time_in_force\":\"day\",\"status\":\"new\",\"legs\":[null]}";

    @Test
    void an_order_with_a_null_leg_is_unreadable() {
        assertThatThrownBy(() -> AlpacaMapper.order(ORDER, Instant.EPOCH))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("a leg is null");
    }

    @Test
    void a_list_with_a_null_leg_keeps_its_other_orders() throws UnreadableException {
        assertThat(
                        AlpacaMapper.orders(
                                "[" + ORDER + "," + ORDER.replace("[null]", "[]") + "]",
                                Instant.EPOCH))
                .hasExactlyElementsOfTypes(ListedOrder.Unreadable.class, ListedOrder.Read.class);
    }

    @Test
    void an_event_with_a_null_leg_does_not_end_the_stream() throws UnreadableException {
        assertThat(
                        StreamMapper.read(
                                "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"new\","
                                        + "\"order\":"
                                        + ORDER
                                        + "}}",
                                Instant.EPOCH))
                .isInstanceOf(StreamMessage.Nothing.class);
    }
}
