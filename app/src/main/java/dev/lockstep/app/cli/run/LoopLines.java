package dev.lockstep.app.cli.run;

import dev.lockstep.domain.usecase.monitor.LoopEvent;
import java.util.function.Consumer;

/**
 * Prints one line for each important event of the trading loop. A sync without changes and a
 * repeated failure are not printed.
 */
final class LoopLines implements Consumer<LoopEvent> {
    private final Consumer<String> says;
    private boolean synced;
    private String failure = "";

    LoopLines(Consumer<String> says) {
        this.says = says;
    }

    @Override
    public synchronized void accept(LoopEvent event) {
        switch (event) {
            case LoopEvent.Synced sync -> synced(sync);
            case LoopEvent.SyncFailed failed -> failed(failed);
            case LoopEvent.JobFailed failed -> failed(failed);
            case LoopEvent.OrderChanged _,
                    LoopEvent.IncidentOpened _,
                    LoopEvent.IncidentClosed _,
                    LoopEvent.EventsMissing _ ->
                    says.accept(event.text());
        }
    }

    private void synced(LoopEvent.Synced sync) {
        if (!synced || !sync.result().changed().isEmpty()) {
            says.accept(sync.text());
        }
        synced = true;
        failure = "";
    }

    private void failed(LoopEvent failed) {
        if (!failed.text().equals(failure)) {
            says.accept(failed.text());
        }
        synced = false;
        failure = failed.text();
    }
}
