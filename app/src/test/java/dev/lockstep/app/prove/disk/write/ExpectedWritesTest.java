package dev.lockstep.app.prove.disk.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.prove.disk.write.LoggedWrite.Scope;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectedWritesTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final TimeOrderedIds ids =
            new TimeOrderedIds(new InstanceTag("test"), () -> AT, new SplittableRandom(7));
    private final Order one = CountedOrders.intent(ids, AT);
    private final Order two = CountedOrders.intent(ids, AT);

    @Test
    void a_database_with_exactly_what_was_acknowledged_is_right() {
        repository.addAll(List.of(one, two), EVIDENCE);
        change(one);

        assertThat(
                        differences(
                                begun(1, one, 1, two, 1),
                                new LoggedWrite.Done(1),
                                begun(2, one, 2),
                                new LoggedWrite.Done(2)))
                .isEmpty();
    }

    @Test
    void an_acknowledged_order_that_is_absent_is_lost() {
        assertThat(differences(begun(1, one, 1), new LoggedWrite.Done(1)))
                .containsExactly("order " + one.id() + " is lost; version 1 was acknowledged");
    }

    @Test
    void an_order_of_an_earlier_version_than_acknowledged_is_reported() {
        repository.add(one, EVIDENCE);

        assertThat(
                        differences(
                                begun(1, one, 1),
                                new LoggedWrite.Done(1),
                                begun(2, one, 2),
                                new LoggedWrite.Done(2)))
                .containsExactly("order " + one.id() + " has version 1; 2 was acknowledged");
    }

    @Test
    void a_write_without_an_outcome_may_be_stored_whole_or_not_at_all() {
        assertThat(differences(begun(1, one, 1, two, 1))).isEmpty();

        repository.add(one, EVIDENCE);
        assertThat(differences(begun(1, one, 1, two, 1)))
                .containsExactly("a part of write 1 is stored");

        repository.add(two, EVIDENCE);
        assertThat(differences(begun(1, one, 1, two, 1))).isEmpty();
    }

    @Test
    void a_failed_write_must_not_be_stored_unless_its_outcome_is_unknown() {
        repository.add(one, EVIDENCE);

        assertThat(differences(begun(1, one, 1), new LoggedWrite.Failed(1, Reason.IO_ERROR)))
                .containsExactly(
                        "order " + one.id() + " has version 1, which failed or was never begun");
        assertThat(differences(begun(1, one, 1), new LoggedWrite.Failed(1, Reason.COMMIT_UNKNOWN)))
                .isEmpty();
    }

    @Test
    void an_acknowledged_halt_must_be_stored() {
        LoggedWrite halt = new LoggedWrite.BegunChange(1, 1);

        assertThat(differences(halt, new LoggedWrite.Done(1)))
                .containsExactly("there are 0 changes of the trading state; 1 were acknowledged");

        repository.change(
                new RiskChange(
                        new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED),
                        "test",
                        "test",
                        AT));
        assertThat(differences(halt, new LoggedWrite.Done(1))).isEmpty();
    }

    @Test
    void a_line_of_the_log_is_read_as_it_was_written() {
        List<LoggedWrite> writes =
                List.of(
                        begun(1, one, 1, two, 3),
                        new LoggedWrite.BegunChange(2, 5),
                        new LoggedWrite.Done(3),
                        new LoggedWrite.Failed(4, Reason.DISK_FULL),
                        new LoggedWrite.Noted(LoggedWrite.Event.ERROR, "two words"));

        assertThat(writes.stream().map(write -> LoggedWrite.of(write.line()))).isEqualTo(writes);
    }

    private void change(Order order) {
        repository.update(
                new OrderUpdate(order.id(), seen -> CountedOrders.next(seen, AT), EVIDENCE));
    }

    private List<String> differences(LoggedWrite... writes) {
        List<LoggedLine> lines =
                IntStream.range(0, writes.length)
                        .mapToObj(at -> new LoggedLine(at, writes[at]))
                        .toList();
        return ExpectedWrites.before(lines, writes.length).differences(repository);
    }

    private static LoggedWrite begun(long number, Order order, long version) {
        return new LoggedWrite.Begun(number, Scope.TOGETHER, Map.of(order.id(), version));
    }

    private static LoggedWrite begun(
            long number, Order order, long version, Order other, long otherVersion) {
        return new LoggedWrite.Begun(
                number, Scope.TOGETHER, Map.of(order.id(), version, other.id(), otherVersion));
    }
}
