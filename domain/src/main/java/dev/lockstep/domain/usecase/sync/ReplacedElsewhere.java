package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.ShownValue;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Records as replaced the orders that a false event ended although an external order has replaced
 * them at the broker.
 */
public final class ReplacedElsewhere {
    /** The most orders in a pass; the others follow in the next ones. */
    private static final int MAX_LOOKUPS = 20;

    private final OrderRepository repository;
    private final ConfirmedCorrection correction;

    public ReplacedElsewhere(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.correction = new ConfirmedCorrection(repository, broker, clock);
    }

    /**
     * Looks up which orders these open orders replaced.
     *
     * @return our orders that were recorded as replaced
     */
    public List<Order> record(List<BrokerOrder> external) {
        return external.stream()
                .map(BrokerOrder::replaces)
                .filter(Objects::nonNull)
                .map(repository::byBrokerOrderId)
                .flatMap(Optional::stream)
                .filter(ReplacedElsewhere::endedOtherwise)
                .filter(correction::settled)
                .limit(MAX_LOOKUPS)
                .map(ours ->
                        correction.record(
                                ours, ReplacedElsewhere::replaced, ReplacedElsewhere::text))
                .flatMap(Optional::stream)
                .map(ConfirmedCorrection.Recorded::order)
                .toList();
    }

    private static boolean endedOtherwise(Order ours) {
        return ours.status().closed() && ours.status() != OrderStatus.REPLACED;
    }

    private static boolean replaced(BrokerOrder there) {
        return there.status() instanceof ReportedStatus.Known known
                && known.status() == OrderStatus.REPLACED;
    }

    private static String text(Order ended, BrokerOrder there) {
        return "it was "
                + ShownValue.of(ended.status())
                + " here, and at the broker it was replaced by "
                + there.replacedBy();
    }
}
