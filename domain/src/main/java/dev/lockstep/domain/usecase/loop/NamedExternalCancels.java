package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.ExternalCancels.Request;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pursue.AskTimes;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pursues the requested cancels of single external orders until the broker shows that each has
 * ended: after growing gaps, a few orders in one pass. For one thread at a time.
 */
final class NamedExternalCancels {
    private static final Duration FIRST_GAP = Duration.ofSeconds(2);
    private static final Duration LONGEST_GAP = Duration.ofMinutes(2);

    /** The most orders that are asked for in one pass. */
    private static final int MAX_ASKED = 5;

    private final OrderRepository repository;
    private final Broker broker;
    private final CancelOrder cancelOrder;
    private final LoopSchedule schedule;
    private final PlatformClock clock;
    private final StoredAges ages;
    private final AskTimes<BrokerOrderId> times = new AskTimes<>(FIRST_GAP, LONGEST_GAP);

    /** The orders whose last cancel the broker answered: the next one yields to other requests. */
    private final Set<BrokerOrderId> answered = new HashSet<>();

    NamedExternalCancels(LoopPorts ports, LoopSchedule schedule, PlatformClock clock) {
        this.repository = ports.repository();
        this.broker = ports.broker();
        this.cancelOrder = new CancelOrder(repository, broker, clock);
        this.schedule = schedule;
        this.clock = clock;
        this.ages = new StoredAges(clock);
    }

    /** Runs one pass; returns the text of each order that works on for too long, by its id. */
    Map<String, String> pass() {
        List<Request> requests = repository.externalCancels().requested();
        List<BrokerOrderId> ids = requests.stream().map(Request::id).toList();
        times.retain(ids);
        answered.retainAll(ids);
        long now = clock.nanoTime();
        // Every order is asked for its time: the first question starts it.
        List<Request> due =
                requests.stream().filter(request -> times.due(request.id(), now)).toList();
        if (!due.isEmpty()) {
            pursue(due.subList(0, Math.min(MAX_ASKED, due.size())));
        }
        Map<String, String> late = new TreeMap<>();
        for (Request request : requests) {
            String id = request.id().value();
            if (ages.reached(id, request.since(), schedule.unresolvedAlarm())) {
                late.put(id, text(request));
            }
        }
        return late;
    }

    private void pursue(List<Request> due) {
        due.forEach(request -> times.asked(request.id(), clock.nanoTime()));
        if (broker.openOrders()
                instanceof
                FetchResult.Complete<FetchedList<BrokerOrder>>(FetchedList<BrokerOrder> open)) {
            due.forEach(request -> pursue(request.id(), open));
        }
    }

    private void pursue(BrokerOrderId id, FetchedList<BrokerOrder> open) {
        Optional<Order> adopted = repository.byBrokerOrderId(id);
        if (adopted.isPresent()) {
            cancelOrder.cancel(adopted.get().id());
            repository.externalCancels().end(id);
        } else if (listed(id, open) || open(id)) {
            cancel(id);
        }
    }

    private static boolean listed(BrokerOrderId id, FetchedList<BrokerOrder> open) {
        return open.items().stream().anyMatch(there -> there.brokerOrderId().equals(id))
                || open.unreadable().stream().anyMatch(item -> item.brokerId().equals(id.value()));
    }

    /** The list may hide an open order; one that has ended needs no cancel any more. */
    private boolean open(BrokerOrderId id) {
        boolean ended =
                switch (broker.find(id)) {
                    case OrderLookup.Found found -> !found.order().open();
                    case OrderLookup.Absent _, OrderLookup.Unreadable _ -> true;
                    case OrderLookup.Failed _ -> false;
                };
        if (ended) {
            repository.externalCancels().end(id);
        }
        return !ended;
    }

    private void cancel(BrokerOrderId id) {
        CancelAnswer answer = answered.remove(id) ? broker.cancelAgain(id) : broker.cancel(id);
        if (!(answer instanceof CancelAnswer.Unresolved)) {
            answered.add(id);
        }
    }

    private static String text(Request request) {
        return "The cancel of external order "
                + request.id()
                + " is requested since "
                + ShownValue.seconds(request.since())
                + ", and the broker has not ended it. The cancel is sent again until it ends; check"
                + " the order at the broker.";
    }
}
