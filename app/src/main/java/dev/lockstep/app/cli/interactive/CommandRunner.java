package dev.lockstep.app.cli.interactive;

import dev.lockstep.app.config.ProcessEnvironment;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs command lines in this process. */
public interface CommandRunner {
    /** Returns the tree of all commands, for completion. */
    CommandLine tree(ProcessEnvironment environment);

    /**
     * Runs one command and returns its exit code. Throws nothing: a command that fails says why on
     * {@code err}.
     */
    int run(ProcessEnvironment environment, List<String> words, PrintWriter out, PrintWriter err);
}
