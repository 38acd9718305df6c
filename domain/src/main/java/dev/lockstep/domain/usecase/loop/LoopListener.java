package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.executions.RecordCorrections;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.sync.ApplyExecutionReports;
import dev.lockstep.domain.usecase.sync.ReportOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Stores stream events as they arrive; if events may be missing, a sync follows. */
final class LoopListener implements ExecutionReports.Listener {
    private final ApplyExecutionReports applyExecutionReports;
    private final Consumer<LoopEvent> events;
    private final Runnable syncSoon;
    private final Consumer<UpdateOutcome.Updated> pursueSoon;

    LoopListener(
            LoopPorts ports,
            InstantSource clock,
            Consumer<LoopEvent> events,
            Runnable syncSoon,
            Consumer<UpdateOutcome.Updated> pursueSoon,
            IncidentBook incidents) {
        RecordCorrections recordCorrections =
                new RecordCorrections(ports.repository(), ports.fills(), incidents);
        this.applyExecutionReports =
                new ApplyExecutionReports(
                        ports.repository(),
                        ports.broker(),
                        ports.ids(),
                        clock,
                        correction -> recordCorrections.record(List.of(correction)));
        this.events = events;
        this.syncSoon = syncSoon;
        this.pursueSoon = pursueSoon;
    }

    @Override
    public void eventsMayBeMissing(String why) {
        syncSoon.run();
        events.accept(new LoopEvent.EventsMissing(why));
    }

    @Override
    public void reports(List<StreamedReport> reports) {
        try {
            List<ReportOutcome> outcomes = applyExecutionReports.apply(reports);
            if (reports.stream().anyMatch(LoopListener::namesNoExecution)) {
                syncSoon.run();
            }
            outcomes.forEach(this::follow);
        } catch (RepositoryException failed) {
            syncSoon.run();
            events.accept(
                    new LoopEvent.JobFailed("live events", String.valueOf(failed.getMessage())));
        }
    }

    @Override
    public void disconnected(String why) {
        events.accept(new LoopEvent.EventsMissing(why));
    }

    private static boolean namesNoExecution(StreamedReport report) {
        return report.takesBack() && report.correction() == null;
    }

    private void follow(ReportOutcome outcome) {
        switch (outcome) {
            case ReportOutcome.Changed(Order before, Order after) -> {
                events.accept(new LoopEvent.OrderChanged(after, LoopEvent.Source.STREAM));
                pursueSoon.accept(new UpdateOutcome.Updated(before, after));
            }
            case ReportOutcome.NothingNew _ -> {}
            // A leg that is about to be stored looks the same; a sync tells them apart.
            case ReportOutcome.NotOurs _ -> syncSoon.run();
            case ReportOutcome.Conflict conflict -> {
                syncSoon.run();
                events.accept(
                        new LoopEvent.JobFailed(
                                "live event of order " + conflict.order().id(), conflict.text()));
            }
        }
    }
}
