package dev.lockstep.benchmarks.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A simulator in its own process with a fixed heap size. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final URI uri;

    /** Starts a simulator and waits until it listens. */
    public ServerProcess(int heapMegabytes) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorServer.class.getName());
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader();
        uri = announced();
    }

    /** Returns its address, with the key of its account. */
    public WireServer server() {
        return new WireServer(uri, "SIM-KEY", "SIM-SECRET");
    }

    private URI announced() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(SimulatorServer.ANNOUNCEMENT)) {
            line = output.readLine();
        }
        Objects.requireNonNull(line, "the simulator ended before it listened");
        // The pipe must be drained: a full one blocks the server.
        Thread.ofVirtual().start(() -> output.lines().forEach(System.err::println));
        return URI.create(line.substring(SimulatorServer.ANNOUNCEMENT.length()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
