package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records busts and corrections of executions, each once, and opens an incident for each: what was
 * decided on the execution has to be checked by a person.
 */
public final class RecordCorrections {
    private final OrderRepository repository;
    private final Fills fills;
    private final IncidentBook incidents;

    public RecordCorrections(OrderRepository repository, Fills fills, IncidentBook incidents) {
        this.repository = repository;
        this.fills = fills;
        this.incidents = incidents;
    }

    /**
     * Records those that are not known; the incident first, so that a crash in between loses none.
     *
     * @return those that are new
     */
    public List<FillCorrection> record(List<FillCorrection> corrections) {
        List<FillCorrection> fresh = new ArrayList<>();
        for (FillCorrection correction : corrections) {
            OrderExecutions executions = fills.executions(correction.brokerOrderId());
            if (!executions.knows(correction)) {
                incidents.open(
                        IncidentKind.EXECUTION_CORRECTED,
                        executions
                                .subject(correction)
                                .map(Fill::executionId)
                                .orElse(correction.corrected())
                                .value(),
                        text(correction, executions));
                fresh.addAll(fills.correct(List.of(correction)));
            }
        }
        return fresh;
    }

    private String text(FillCorrection correction, OrderExecutions executions) {
        Optional<Order> order = repository.byBrokerOrderId(correction.brokerOrderId());
        return "The broker "
                + (correction.bust() ? "busted" : "corrected")
                + " an execution of "
                + order.map(RecordCorrections::name)
                        .orElse(
                                "broker order "
                                        + correction.brokerOrderId()
                                        + ", which is not one of ours")
                + ": "
                + before(correction, executions)
                + (correction.bust()
                        ? " do not count any more"
                        : " count as " + correction.qty() + " at " + correction.px())
                + ". Check the position, its exits and limits, and what was decided on this trade;"
                + " then close the incident.";
    }

    private static String name(Order order) {
        return "order "
                + order.id()
                + " ("
                + ShownValue.of(order.terms().side())
                + " "
                + order.terms().amount()
                + " "
                + order.terms().symbol()
                + ")";
    }

    private static String before(FillCorrection correction, OrderExecutions executions) {
        return executions
                .subject(correction)
                .flatMap(executions::current)
                .map(fill -> fill.lastQty() + " at " + fill.lastPx())
                .orElse("its quantity and price, not known here,");
    }
}
