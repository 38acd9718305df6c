package dev.lockstep.domain.usecase.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passes over unanswered orders that are not all looked up in one. */
class ResolveInTurnsTest {
    private static final Duration SLOW_LOOK_UP = Duration.ofSeconds(2);
    private static final int ORDERS = 7;

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final OrderIds ids = new SampleOrders().ids();
    private final ResolveInTurns resolveInTurns =
            new ResolveInTurns(
                    new ResolveUnknown(
                            repository,
                            repository.riskControl(),
                            broker,
                            ids,
                            clock,
                            new RecoveryPolicy(Duration.ofSeconds(15), Duration.ofMinutes(1))),
                    clock);
    private final List<ClientOrderId> lookedUp = new ArrayList<>();

    @Test
    void a_pass_ends_when_its_time_is_over_and_reports_the_other_orders_as_unanswered() {
        unanswered();

        Resolution resolution = pass();

        assertThat(lookedUp).hasSize(3);
        assertThat(resolution.settled()).hasSize(3);
        assertThat(resolution.unresolved())
                .hasSize(ORDERS - 3)
                .allMatch(left -> left.text().equals("not looked up yet: others are first"));
    }

    @Test
    void the_orders_that_have_waited_longest_are_first() {
        List<ClientOrderId> all = unanswered();
        broker.failFinds(true);

        pass();
        pass();
        pass();

        assertThat(lookedUp.subList(0, ORDERS)).containsExactlyElementsOf(all);
        assertThat(lookedUp.subList(ORDERS, 9)).containsExactlyElementsOf(all.subList(0, 2));
    }

    @Test
    void an_order_without_a_turn_keeps_what_was_found_last() {
        unanswered();
        broker.failFinds(true);
        pass();
        pass();
        pass();

        assertThat(pass().unresolved())
                .hasSize(ORDERS)
                .noneMatch(left -> left.text().startsWith("not looked up yet"));
    }

    private Resolution pass() {
        return resolveInTurns.pass(Duration.ZERO);
    }

    /** Orders whose look-ups are slow, oldest first. */
    private List<ClientOrderId> unanswered() {
        SubmitOrder submitOrder = SampleUseCases.submitOrder(repository, broker, ids, clock);
        List<ClientOrderId> all = new ArrayList<>();
        for (int number = 0; number < ORDERS; number++) {
            broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
            Order order = submitOrder.submit(SampleOrders.tenShares()).order();
            all.add(order.clientOrderId());
        }
        broker.onFind(id -> {
            lookedUp.add(id);
            clock.pass(SLOW_LOOK_UP);
        });
        return all;
    }
}
