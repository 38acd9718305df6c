package dev.lockstep.app.cli;

import dev.lockstep.app.cli.interactive.CommandRunner;
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
        CommandLine line = Lockstep.commandLine(environment, platforms, words);
        line.setOut(out);
        line.setErr(err);
        int code = Lockstep.run(line, words.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }
}
