package dev.lockstep.domain.usecase.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long history of executions keeps the trading loop from nothing else. */
class LongHistoryTest {
    private static final int FILLS = 10;
    private static final int PART = 2;
    private static final Duration UNTIL_CHECK = Duration.ofSeconds(30);

    private final LoopFixture its = new LoopFixture();
    private List<Fill> traded = List.of();

    /** The next tick begins to read ten fills of one order that the stream has not reported. */
    @BeforeEach
    void tradedUnseen() {
        Order order = its.submitted();
        its.loop.tick();
        its.broker.set(order, OrderStatus.FILLED, "10");
        BrokerOrderId id = SampleOrders.brokerOrderId(order);
        traded = IntStream.rangeClosed(1, FILLS).mapToObj(number -> fill(id, number)).toList();
        traded.forEach(its.history::add);
        its.history.partSize(PART);
        its.pass(UNTIL_CHECK.minusSeconds(1));
        its.clock.pass(Duration.ofSeconds(1));
    }

    @Test
    void each_tick_reads_one_part_until_all_are_read() {
        for (int part = 1; part <= FILLS / PART; part++) {
            int before = its.history.parts();
            its.loop.tick();
            assertThat(its.history.parts()).isEqualTo(before + 1);
            assertThat(stored()).containsExactlyElementsOf(traded.subList(0, PART * part));
        }
        int all = its.history.parts();
        its.loop.tick();
        assertThat(its.history.parts()).isEqualTo(all);
    }

    @Test
    void what_a_part_does_not_have_yet_is_no_mismatch() {
        its.pass(UNTIL_CHECK);

        assertThat(stored()).containsExactlyElementsOf(traded);
        assertThat(its.incidents.list(IncidentQuery.all())).isEmpty();
    }

    @Test
    void after_a_failure_it_goes_on_with_the_part_that_failed() {
        its.loop.tick();
        its.loop.tick();
        its.history.down(true);
        its.loop.tick();
        its.history.down(false);
        int before = its.history.parts();

        its.pass(UNTIL_CHECK.plusSeconds(FILLS / PART));

        assertThat(stored()).containsExactlyElementsOf(traded);
        assertThat(its.history.parts()).isEqualTo(before + FILLS / PART - 2);
    }

    private List<Fill> stored() {
        return its.fills.of(traded.getFirst().brokerOrderId());
    }

    private Fill fill(BrokerOrderId id, int number) {
        return new Fill(
                new ExecutionId("e-" + number),
                id,
                new Symbol("AAPL"),
                Side.BUY,
                Quantity.of("1"),
                Price.of("100"),
                Quantity.of(String.valueOf(number)),
                Quantity.of(String.valueOf(FILLS - number)),
                its.clock.instant().plusMillis(number));
    }
}
