package dev.lockstep.app.cli.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the problems of the settings before anything runs on them. */
@Command(
        name = "check",
        description = "List all problems of the settings. Exit code 2 if there are any.")
public final class ConfigCheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public ConfigCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings.Shown shown = context.shownSettings();
        boolean sound = shown.problems().isEmpty();
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("sound", sound);
            ArrayNode problems = node.putArray("problems");
            shown.problems().forEach(problems::add);
            output.print(node);
        } else {
            shown.problems().forEach(output::line);
            output.line(
                    output.verdict(
                            sound, sound ? "the settings are valid" : "the settings are invalid"));
        }
        return (sound ? ExitCode.OK : ExitCode.USAGE).number();
    }
}
