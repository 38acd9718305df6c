package dev.lockstep.app.cli.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the script by which a shell completes commands and options. */
@Command(
        name = "completion",
        description =
                "Print a completion script for your shell: source <(lockstep "
                        + "completion bash).")
public final class CompletionCommand implements Callable<Integer> {
    private static final String NAME = "lockstep";

    @Spec private CommandSpec spec;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
    private Shell shell = Shell.BASH;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    public CompletionCommand() {}

    @Override
    public Integer call() {
        String script = script(spec.root().commandLine());
        if (output.json()) {
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("shell", shell.name().toLowerCase(Locale.ROOT))
                            .put("script", script));
        } else {
            output.line(script);
        }
        return ExitCode.OK.number();
    }

    private String script(CommandLine line) {
        return switch (shell) {
            // One script for both: it asks which shell it is in.
            case BASH, ZSH -> AutoComplete.bash(NAME, line);
            case FISH -> FishScript.of(NAME, CompletionTree.of(line));
            case POWERSHELL -> PowerShellScript.of(NAME, CompletionTree.of(line));
        };
    }

    /** The supported shells. */
    enum Shell {
        BASH,
        ZSH,
        FISH,
        POWERSHELL
    }
}
