package dev.lockstep.domain.usecase;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryLoopReports;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.FakeAccountHistory;
import dev.lockstep.domain.port.FakeBroker;
import dev.lockstep.domain.port.FakeStream;
import dev.lockstep.domain.port.Incidents.IncidentQuery;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.port.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A trading loop in virtual time on a broker made of code. */
final class LoopFixture {
    static final RecoveryPolicy POLICY =
            new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(5));

    final FailingRepository repository = new FailingRepository();
    final InMemoryIncidents incidents = new InMemoryIncidents();
    final InMemoryFills fills = new InMemoryFills();
    final FakeAccountHistory history = new FakeAccountHistory();
    final InMemoryLoopReports reports = new InMemoryLoopReports();
    final FakeBroker broker = new FakeBroker();
    final FakeStream stream = new FakeStream();
    final TestClock clock = new TestClock();
    final SampleOrders sample = new SampleOrders();
    final List<LoopEvent> events = new ArrayList<>();
    final SubmitOrder submitOrder = new SubmitOrder(repository, broker, sample.ids(), clock);
    final CancelOrder cancelOrder = new CancelOrder(repository, broker, clock);
    final TradingLoop loop =
            new TradingLoop(
                    "test",
                    new LoopPorts(
                            repository,
                            incidents,
                            fills,
                            reports,
                            repository.riskControl(),
                            broker,
                            history,
                            stream,
                            sample.ids()),
                    LoopSchedule.usual(),
                    POLICY,
                    clock,
                    events::add);

    Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    /** Lets time pass, a tick each second. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.pass(Duration.ofSeconds(1));
            loop.tick();
        }
    }

    List<Incident> openIncidents() {
        return incidents.list(IncidentQuery.open());
    }

    <T extends LoopEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
