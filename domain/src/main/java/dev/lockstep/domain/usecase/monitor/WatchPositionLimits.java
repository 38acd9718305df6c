package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxPositionValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Maintains an incident for each position at the broker that exceeds its limit, because of external
 * fills or of a price move. Until it is smaller, only orders that reduce it are sent.
 */
public final class WatchPositionLimits {
    private final OrderRepository repository;
    private final RiskControl riskControl;
    private final Broker broker;
    private final IncidentBook incidents;

    public WatchPositionLimits(LoopPorts ports, IncidentBook incidents) {
        this.repository = ports.repository();
        this.riskControl = ports.riskControl();
        this.broker = ports.broker();
        this.incidents = incidents;
    }

    /** Runs one check; returns why the positions could not be fetched, else empty. */
    public Optional<BrokerFault> check() {
        Optional<MaxPositionValue> limit = riskControl.rules().limits().of(MaxPositionValue.class);
        if (limit.isEmpty()) {
            incidents.settle(IncidentKind.POSITION_TOO_LARGE, Map.of(), "the limit was cleared");
            return Optional.empty();
        }
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) -> Optional.of(fault);
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) -> {
                compare(positions, limit.get().max());
                yield Optional.empty();
            }
        };
    }

    private void compare(FetchedList<Position> positions, Money max) {
        Holdings ours = repository.holdings();
        Map<String, String> tooLarge = new TreeMap<>();
        for (Position position : positions.items()) {
            Price price = position.marketPx();
            if (price != null && price.times(position.size()).compareTo(max) > 0) {
                tooLarge.put(position.symbol().value(), text(position, max, ours));
            }
        }
        incidents.settle(
                IncidentKind.POSITION_TOO_LARGE, tooLarge, "it is worth no more than it may be");
    }

    /** Returns the text without the price, which changes with each check. */
    private static String text(Position position, Money max, Holdings ours) {
        return "The broker holds "
                + position.netQty()
                + ", which is worth more than max-position-value "
                + max
                + "; Lockstep's own orders hold "
                + ours.of(position.symbol())
                + ". Until it is smaller, only orders that reduce it are sent.";
    }
}
