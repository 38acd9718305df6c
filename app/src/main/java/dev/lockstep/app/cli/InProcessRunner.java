package dev.lockstep.app.cli;

import dev.lockstep.app.cli.interactive.CommandRunner;
import dev.lockstep.app.cli.shell.HelpWord;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.platform.PlatformFactory;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs commands in this process, each with only the branch of the tree that it needs. */
final class InProcessRunner implements CommandRunner {
    private final PlatformFactory platforms;

    InProcessRunner(PlatformFactory platforms) {
        this.platforms = platforms;
    }

    @Override
    public CommandLine tree(ProcessEnvironment environment) {
        return Lockstep.commandLine(environment, platforms);
    }

    @Override
    public int run(
            ProcessEnvironment environment, List<String> words, PrintWriter out, PrintWriter err) {
        String[] meant = HelpWord.asOption(words.toArray(String[]::new));
        CommandLine line = Lockstep.commandLine(environment, platforms, List.of(meant));
        line.setOut(out);
        line.setErr(err);
        int code = Lockstep.run(line, meant);
        out.flush();
        err.flush();
        return code;
    }
}
