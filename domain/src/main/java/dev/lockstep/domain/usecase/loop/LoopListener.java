package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.executions.RecordCorrections;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.sync.ApplyExecutionReport;
import dev.lockstep.domain.usecase.sync.ReportOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Stores stream events as they arrive; if events may be missing, a sync follows. */
final class LoopListener implements ExecutionReports.Listener {
    private final ApplyExecutionReport applyExecutionReport;
    private final Fills fills;
    private final RecordCorrections recordCorrections;
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
        this.applyExecutionReport =
                new ApplyExecutionReport(ports.repository(), ports.broker(), ports.ids(), clock);
        this.fills = ports.fills();
        this.recordCorrections =
                new RecordCorrections(ports.repository(), ports.fills(), incidents);
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
    public void report(StreamedReport report) {
        try {
            stored(report);
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

    /** The execution first: what it belongs to may be known later. */
    private void stored(StreamedReport report) {
        Fill fill = report.fill();
        if (fill != null) {
            fills.addAll(List.of(fill));
        }
        FillCorrection correction = report.correction();
        if (correction != null) {
            recordCorrections.record(List.of(correction));
        } else if (report.takesBack()) {
            syncSoon.run();
        }
        switch (applyExecutionReport.apply(report)) {
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
