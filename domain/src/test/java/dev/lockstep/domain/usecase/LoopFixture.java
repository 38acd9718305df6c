package dev.lockstep.domain.usecase;

import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryLoopReports;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.loop.TradingLoop;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A trading loop in virtual time on a broker made of code. */
public final class LoopFixture {
    public static final RecoveryPolicy POLICY =
            new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(5));

    public final FailingRepository repository = new FailingRepository();
    public final InMemoryIncidents incidents = new InMemoryIncidents();
    public final Fills fills = repository.fills();
    public final FakeAccountHistory history = new FakeAccountHistory();
    public final InMemoryLoopReports reports = new InMemoryLoopReports();
    public final FakeBroker broker = new FakeBroker();
    public final FakeStream stream = new FakeStream();
    public final TestClock clock = new TestClock();
    public final SampleOrders sample = new SampleOrders();
    public final List<LoopEvent> events = new ArrayList<>();
    public final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    public final CancelOrder cancelOrder = new CancelOrder(repository, broker, clock);
    public final TradingLoop loop =
            new TradingLoop(
                    "test",
                    new LoopPorts(
                            repository,
                            repository.feed(),
                            incidents,
                            fills,
                            reports,
                            repository.riskControl(),
                            broker,
                            history,
                            stream,
                            sample.ids()),
                    LoopSchedule.defaults(),
                    POLICY,
                    clock,
                    events::add);

    public Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    public Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    /** Lets time pass, a tick each second. */
    public void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.pass(Duration.ofSeconds(1));
            loop.tick();
        }
    }

    public List<Incident> openIncidents() {
        return incidents.list(IncidentQuery.open());
    }

    public <T extends LoopEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
