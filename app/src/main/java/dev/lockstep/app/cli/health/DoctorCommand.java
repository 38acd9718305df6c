package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.doctor.Check;
import dev.lockstep.app.doctor.CheckUp;
import dev.lockstep.app.doctor.ProxyCheck;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks folder, database and broker, and names a remedy for each problem. */
@Command(
        name = "doctor",
        description =
                "Check the data folder, the database and the broker, and name a "
                        + "remedy for each problem.")
public final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;
    private final List<Check> lines = new ArrayList<>();
    private @Nullable StoreStatus store;

    @Mixin private Output output = new Output();

    public DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        lines.clear();
        store = null;
        Settings settings = context.settings();
        boolean usable = checkFolder(settings);
        ProxyCheck.of(context.processEnvironment().environment()).ifPresent(lines::add);
        if (usable) {
            inspect(settings);
        }
        print();
        boolean problem =
                lines.stream()
                        .anyMatch(line -> line.finding().severity() == Finding.Severity.PROBLEM);
        return (problem ? ExitCode.NO : ExitCode.OK).number();
    }

    /** Returns whether the folder can be used; without it nothing else can be checked. */
    private boolean checkFolder(Settings settings) {
        String folder = settings.folder() + ", mode " + settings.mode().word();
        try {
            settings.folder().requireWritable();
            lines.add(Check.of("folder", Finding.Severity.OK, folder, ""));
            return true;
        } catch (RepositoryException notWritable) {
            lines.add(
                    Check.of(
                            "folder",
                            Finding.Severity.PROBLEM,
                            folder + ": it is not writable",
                            "give this user write permission, or name another folder with --data"));
            return false;
        }
    }

    private void inspect(Settings settings) throws InterruptedException {
        try {
            if (settings.hasStore()) {
                inspectAll();
            } else {
                inspectBroker(settings);
            }
        } catch (RepositoryException broken) {
            lines.add(
                    Check.of(
                            "database",
                            Finding.Severity.PROBLEM,
                            String.valueOf(broken.getMessage()),
                            ""));
        } catch (CommandEnd refused) {
            if (refused.code() != ExitCode.BROKER) {
                throw refused;
            }
            lines.add(CheckUp.unreachable(String.valueOf(refused.getMessage())));
        }
    }

    private void inspectAll() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            StoreStatus status = tradingPlatform.inspection().inspect();
            store = status;
            lines.addAll(checkUp().of(tradingPlatform, status));
        }
    }

    /** Checks the broker alone: a check creates no database. */
    private void inspectBroker(Settings settings) throws InterruptedException {
        settings.folder().requireNoOtherStore();
        lines.add(
                Check.of(
                        "database",
                        Finding.Severity.WARNING,
                        "absent: " + settings.folder().database(),
                        "'run' and 'order submit' create it; name another folder with --data"));
        lines.addAll(checkUp().of(OpenPlatform.broker(context).broker()));
    }

    private CheckUp checkUp() {
        return new CheckUp(context.processEnvironment().clock());
    }

    private static void add(Table table, String name, String value) {
        StoreSettingText setting = new StoreSettingText(name, value);
        table.row(setting.label(), setting.cell());
    }

    private void print() {
        if (output.json()) {
            output.print(DoctorBody.of(lines, store));
            return;
        }
        Table findings = new Table("", "", "", "");
        lines.forEach(line ->
                findings.row(
                        ShownValue.of(line.finding().severity()),
                        line.area(),
                        line.finding().text(),
                        line.finding().fix()));
        output.print(findings);
        Table settings = new Table("", "");
        if (store != null) {
            store.settings().forEach((name, value) -> add(settings, name, value));
        }
        output.line("");
        output.print(settings);
    }
}
