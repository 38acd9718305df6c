package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ExcessExits;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reduces the exits of entries of which executions were busted, where the position is too small for
 * them: such an exit would open a position the other way. An exit that is too large is canceled,
 * and one for the rest waits locally until it has ended.
 *
 * <p>It checks only while a bust is an open incident. That is opened before the bust is recorded,
 * so that a crash in between loses no cancel.
 */
public final class ReduceBustedExits {
    private final OrderRepository repository;
    private final IncidentBook incidents;
    private final BustedExits bustedExits;
    private final ExcessExits excessExits;
    private final SubmitContingentExit submitExit;
    private final CancelOrder cancelOrder;

    public ReduceBustedExits(LoopPorts ports, IncidentBook incidents, InstantSource clock) {
        this.repository = ports.repository();
        this.incidents = incidents;
        this.bustedExits = new BustedExits(repository, ports.fills());
        this.excessExits = new ExcessExits(repository);
        this.submitExit =
                new SubmitContingentExit(repository, ports.ids(), clock, ports.broker().venue());
        this.cancelOrder = new CancelOrder(repository, ports.broker(), clock);
    }

    /**
     * Stores the smaller exits and requests the cancels that are due; the loop pursues them.
     *
     * @return the exits as they are afterwards
     */
    public List<Order> reduce() {
        if (incidents.subjects(IncidentKind.EXECUTION_CORRECTED).isEmpty()) {
            return List.of();
        }
        return bustedExits.find().stream()
                .flatMap(found -> excessExits.of(found.exit(), found.entry()).stream())
                .flatMap(this::reduced)
                .toList();
    }

    /**
     * The smaller exit is stored first: a crash in between leaves both, and the next pass ends one.
     */
    private Stream<Order> reduced(ExcessExits.Excess excess) {
        Order main = excess.members().getFirst();
        excess.rest().ifPresent(rest -> submitExit.storeRest(main, rest));
        return excess.members().stream().flatMap(exit -> canceled(exit).stream());
    }

    private Optional<Order> canceled(Order exit) {
        cancelOrder.cancel(exit.id());
        return repository.find(exit.id());
    }
}
