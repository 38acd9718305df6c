package dev.lockstep.app.cli.setup;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.view.AccountView;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What setup did, without any key.
 *
 * @param settings the folder and its mode
 * @param keys what the broker said; empty in mode sim
 * @param keyFile the file that has the keys; empty in mode sim
 * @param limits the limits that were set
 */
record SetupResult(
        Settings settings,
        Optional<SetupCommand.CheckedKeys> keys,
        Optional<Path> keyFile,
        List<RiskLimit> limits) {
    SetupResult {
        limits = List.copyOf(limits);
    }

    void print(Output output, CommandContext context) {
        if (output.json()) {
            output.print(json());
            return;
        }
        keys.ifPresent(found -> output.print(AccountView.table(found.account())));
        Table table =
                new Table("", "")
                        .row("mode", settings.mode().word())
                        .row("settings", settings.folder().settings());
        keyFile.ifPresent(file -> table.row("keys", file + ", which only its owner may read"));
        limits.forEach(limit -> table.row(limit.name().word(), RiskView.value(limit)));
        output.print(table);
        output.line("Next: " + next("doctor", context) + ", then " + next("run", context));
    }

    private String next(String command, CommandContext context) {
        return context.folderNamed()
                ? context.called(command, settings.folder())
                : context.called(command);
    }

    private SetupBody json() {
        Map<String, String> set = new LinkedHashMap<>();
        limits.forEach(limit -> set.put(limit.name().word(), limit.value()));
        return new SetupBody(
                settings.mode().word(),
                settings.folder().settings().toString(),
                keyFile.map(Path::toString).orElse(null),
                keys.map(found -> AccountBody.of(found.account())).orElse(null),
                set);
    }
}
