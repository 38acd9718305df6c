package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.BatchMode;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.CancelAllAnswer;
import dev.lockstep.domain.port.CancelAnswer;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.UpdateOutcome;
import dev.lockstep.domain.risk.RiskRules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kill switch in three steps of force: no new risk, then no open orders, then no positions.
 * Each may be repeated, by any process, and does no harm; the first is in force before anything is
 * asked of the broker.
 */
public final class HaltTrading {
    private static final Set<OrderStatus> NOT_CLOSED =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> !status.closed())
                    .collect(Collectors.toUnmodifiableSet());

    private final ControlRisk controlRisk;
    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final Flatten flatten;

    /**
     * Builds the use case on its ports and on what it makes use of.
     *
     * @param submitOrder sends the closing orders, past the same gate as every order
     * @param syncOrders tells what has become of the orders that held the shares
     */
    public HaltTrading(
            ControlRisk controlRisk,
            OrderRepository repository,
            Broker broker,
            InstantSource clock,
            SubmitOrder submitOrder,
            SyncOrders syncOrders) {
        this.controlRisk = controlRisk;
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.flatten = new Flatten(repository, broker, submitOrder, syncOrders);
    }

    /** Stops all new risk, in every process, from the moment at which this returns. */
    public RiskRules halt(String who, String why) {
        return controlRisk.halt(who, why);
    }

    /**
     * Asks for a cancel of every open order. The wishes are stored first, in one write; then the
     * broker is asked once for all, so that no bound on requests can hold it up.
     */
    public CancelSweep cancelAll() {
        List<String> trouble = new ArrayList<>();
        List<Order> wanted = wanted(trouble);
        int asked =
                switch (broker.cancelAll()) {
                    case CancelAllAnswer.Answered(Map<BrokerOrderId, CancelAnswer> byOrder, _) ->
                            requested(byOrder, trouble);
                    case CancelAllAnswer.Refused refused -> none(refused.text(), trouble);
                    case CancelAllAnswer.Unresolved missing -> none(missing.text(), trouble);
                };
        return new CancelSweep(wanted, asked, trouble);
    }

    /** One pass of closing every position; only while trading is held back. */
    public Flattening flatten() {
        return flatten.pass(controlRisk.rules());
    }

    private List<Order> wanted(List<String> trouble) {
        List<Order> wanted = new ArrayList<>();
        List<Order> open = new EveryPage(repository).listed(OrderQuery.all().in(NOT_CLOSED));
        for (int from = 0; from < open.size(); from += OrderRepository.MAX_BATCH) {
            int to = Math.min(open.size(), from + OrderRepository.MAX_BATCH);
            List<OrderUpdate> updates = open.subList(from, to).stream().map(this::wish).toList();
            repository
                    .updateAll(updates, BatchMode.EACH_FOR_ITSELF)
                    .forEach(outcome -> sort(outcome, wanted, trouble));
        }
        return wanted;
    }

    private OrderUpdate wish(Order order) {
        return OrderUpdate.applying(
                order.id(),
                new ExecutionReport.CancelRequested(),
                clock.instant(),
                Evidence.local("cancel all"));
    }

    private static void sort(UpdateOutcome outcome, List<Order> wanted, List<String> trouble) {
        switch (outcome) {
            case UpdateOutcome.Updated updated -> wanted.add(updated.after());
            case UpdateOutcome.Unchanged same -> {
                if (!same.order().status().closed()) {
                    wanted.add(same.order());
                }
            }
            case UpdateOutcome.Refused refused -> trouble.add(refused.id() + ": " + refused.text());
            case UpdateOutcome.NotFound _, UpdateOutcome.RolledBack _ -> {}
        }
    }

    private static int requested(Map<BrokerOrderId, CancelAnswer> byOrder, List<String> trouble) {
        int requested = 0;
        for (Map.Entry<BrokerOrderId, CancelAnswer> entry : byOrder.entrySet()) {
            switch (entry.getValue()) {
                case CancelAnswer.Requested _ -> requested++;
                case CancelAnswer.Refused refused ->
                        trouble.add(entry.getKey() + ": " + refused.text());
                case CancelAnswer.Unresolved missing ->
                        trouble.add(entry.getKey() + ": " + missing.text());
                case CancelAnswer.Absent _ -> trouble.add(entry.getKey() + ": not there any more");
            }
        }
        return requested;
    }

    private static int none(String text, List<String> trouble) {
        trouble.add(text);
        return 0;
    }
}
