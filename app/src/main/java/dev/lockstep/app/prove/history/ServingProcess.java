package dev.lockstep.app.prove.history;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of {@code run} that listens at the same address each time it is started. One thread at
 * a time.
 */
public final class ServingProcess implements AutoCloseable {
    private final JvmProgram program;
    private final DataFolder folder;
    private final int port;
    private final List<String> options;
    private final File log;
    private Process process;

    private ServingProcess(
            JvmProgram program, DataFolder folder, int port, List<String> options, File log) {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.options = List.copyOf(options);
        this.log = log;
        this.process = started();
    }

    static ServingProcess start(
            JvmProgram program, DataFolder folder, int number, List<String> options) {
        File log = folder.path().resolve("process-" + number + ".log").toFile();
        return new ServingProcess(program, folder, FreePort.find(), options, log);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    File log() {
        return log;
    }

    /** Returns the operating system's process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends it as a power cut would, and starts it again. */
    void killAndRestart() {
        close();
        process = started();
    }

    /** Stops it, so that it does nothing until {@link #resume}. */
    void suspend() {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() {
        signal("CONT");
    }

    /** Starts it again if it has ended. */
    void ensureRunning() {
        if (!process.isAlive()) {
            process = started();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException missing) {
            throw new CommandEnd(
                    ExitCode.USAGE, "kill cannot be started: " + missing.getMessage(), missing);
        }
    }

    private Process started() {
        try {
            List<String> command = new ArrayList<>(List.of("run", "--port", String.valueOf(port)));
            command.addAll(List.of("--data", folder.path().toString()));
            command.addAll(options);
            return program.process(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.NO, "a process could not be started: " + refused, refused);
        }
    }
}
