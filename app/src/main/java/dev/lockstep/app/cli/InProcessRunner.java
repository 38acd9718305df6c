package dev.lockstep.app.cli;

import dev.lockstep.app.cli.interactive.CommandRunner;
import dev.lockstep.app.config.ProcessEnvironment;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs commands in this process, each with only the branch of the tree that it needs. */
final class InProcessRunner implements CommandRunner {
    @Override
    public CommandLine tree(ProcessEnvironment environment) {
        return Lockstep.commandLine(environment);
    }

    @Override
    public int run(
            ProcessEnvironment environment, List<String> words, PrintWriter out, PrintWriter err) {
        CommandLine line = Lockstep.commandLine(environment, words);
        line.setOut(out);
        line.setErr(err);
        int code = Lockstep.run(line, words.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }
}
