package dev.lockstep.persistence.postgres.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.persistence.postgres.PostgresAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Test-side handle of a {@link Machine}; reads its output continuously. */
final class MachineProcess implements AutoCloseable {
    static final Duration BOUND = Duration.ofMinutes(2);

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Thread drain;

    private MachineProcess(Process process) {
        this.process = process;
        this.drain = Thread.ofPlatform().daemon().start(this::drain);
    }

    static MachineProcess start(PostgresAddress address, String role, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "-Dorg.jooq.no-logo=true",
                                "-Dorg.jooq.no-tips=true"));
        String logging = System.getProperty("logback.configurationFile");
        if (logging != null) {
            command.add("-Dlogback.configurationFile=" + logging);
        }
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(Machine.class.getName(), role, address.toString()));
        command.addAll(List.of(arguments));
        return new MachineProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Sends a line; the first one starts the process, once it is ready. */
    void signal() throws IOException {
        await(Machine.READY);
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Ends the input and waits for the process and all of its output. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        drain.join();
        assertThat(printed(Machine.FAILED)).isEmpty();
        assertThat(lines).as("last line of the process").endsWith(Machine.DONE);
    }

    /** Kills the process without giving it a chance to react. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        drain.join();
    }

    /** Waits for an output line with this prefix and returns the first one. */
    String await(String prefix) {
        Eventually.within(BOUND, prefix, () -> !printed(prefix).isEmpty());
        return printed(prefix).getFirst();
    }

    /** Returns the acknowledged writes. */
    List<Acknowledged> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    List<String> printed(String prefix) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.startsWith(prefix)).toList();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void drain() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read(line);
            }
        } catch (IOException gone) {
            lines.add("its output ended: " + gone);
        }
    }

    /** Keeps a line; one of a write is incomplete if the process was killed. */
    private void read(String line) {
        if (line.startsWith(Machine.WROTE) && line.endsWith(Machine.END)) {
            String[] parts = line.split(" ", -1);
            acknowledged.add(
                    new Acknowledged(
                            new OrderId(parts[1]),
                            Long.parseLong(parts[2]),
                            Long.parseLong(parts[3])));
        } else {
            lines.add(line);
        }
    }

    /**
     * An acknowledged write.
     *
     * @param id the order
     * @param version its version
     * @param atMillis when it was acknowledged, in milliseconds since 1970
     */
    record Acknowledged(OrderId id, long version, long atMillis) {}
}
