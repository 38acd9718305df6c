package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.EVIDENCE;
import static dev.lockstep.contracts.store.risk.RiskFixture.market;
import static dev.lockstep.contracts.store.risk.RiskFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.ConditionalRelease;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.PositionRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Held exits: released once, by a gate that sees the position at that moment. */
public interface ReleaseContract extends TestedRisk {
    @Test
    default void what_waits_goes_out_if_its_gate_lets_it_out_and_it_is_as_it_was_seen() {
        Order entry = its().stored(terms(Side.BUY, "10", market()));
        its().fill(entry, "10", OrderStatus.FILLED);
        its().stored(terms(Side.SELL, "4", market()));
        Order exit = its().waiting(entry, "6");
        List<Exposure> seen = new ArrayList<>();

        UpdateOutcome refused =
                release(
                        exit,
                        exposure -> {
                            seen.add(exposure);
                            return false;
                        });
        UpdateOutcome released = release(exit, _ -> true);
        UpdateOutcome again = release(exit, _ -> true);

        assertThat(seen.getLast().netQty()).isEqualTo(NetQuantity.of("10"));
        assertThat(seen.getLast().open().leavesQty()).isEqualTo(Quantity.of("4"));
        assertThat(refused).isEqualTo(new UpdateOutcome.Unchanged(exit));
        assertThat(released)
                .isInstanceOfSatisfying(
                        UpdateOutcome.Updated.class,
                        updated ->
                                assertThat(updated.after().status())
                                        .isEqualTo(OrderStatus.PENDING_SUBMIT));
        assertThat(again).isInstanceOf(UpdateOutcome.Unchanged.class);
    }

    @Test
    default void of_exits_that_go_out_at_once_from_anywhere_no_more_leave_than_is_held()
            throws Exception {
        Order entry = its().stored(terms(Side.BUY, "10", market()));
        its().fill(entry, "10", OrderStatus.FILLED);
        List<Callable<UpdateOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Order exit = its().waiting(entry, "3");
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            calls.add(() ->
                    release(
                            through,
                            exit,
                            exposure -> free(exposure).compareTo(Quantity.of("3")) >= 0));
        }

        int out = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<UpdateOutcome> outcome : threads.invokeAll(calls)) {
                out += outcome.get() instanceof UpdateOutcome.Updated ? 1 : 0;
            }
        }

        assertThat(out).isEqualTo(3);
    }

    private static Quantity free(Exposure exposure) {
        return PositionRoom.free(Side.SELL, exposure.netQty(), exposure.open());
    }

    private UpdateOutcome release(Order waiting, Predicate<Exposure> gate) {
        return release(repository(), waiting, gate);
    }

    private static UpdateOutcome release(
            OrderRepository through, Order waiting, Predicate<Exposure> gate) {
        return through.release(new ConditionalRelease(waiting, gate, SampleOrders.START, EVIDENCE));
    }
}
