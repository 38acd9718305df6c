package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.IncidentView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.health.IncidentPageBody;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what a person must know of, from the database; the broker is not asked. */
@Command(name = "incidents", description = "List open incidents, newest first.")
public final class IncidentsCommand implements Callable<Integer> {
    private static final String DEFAULT_LIMIT = "50";

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(names = "--all", description = "Include closed incidents.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = DEFAULT_LIMIT,
            description =
                    "Maximum number of incidents, 1 to 1000 (default: " + "${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--before",
            paramLabel = "NUMBER",
            description =
                    "Show the page that follows this incident, the last one of the "
                            + "previous page.")
    private @Nullable Long before;

    public IncidentsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (before != null && before < 1) {
            throw new InvalidValueException("before", before, "> 0");
        }
        IncidentQuery query = new IncidentQuery(!all, before, limit);
        try (StoreUseCases book = OpenPlatform.store(context)) {
            List<Incident> incidents = book.incidents().list(query);
            if (output.json()) {
                output.print(IncidentPageBody.of(incidents, limit));
            } else {
                print(incidents);
            }
            return ExitCode.OK.number();
        }
    }

    private void print(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            output.line(all ? "no incidents" : "no open incidents");
            return;
        }
        Table table = IncidentView.table();
        incidents.forEach(incident -> IncidentView.addRow(table, incident));
        output.print(table);
        if (incidents.size() == limit) {
            output.note("Next page: --before " + incidents.getLast().number());
        }
    }
}
