package dev.lockstep.persistence.sqlite.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Test-side handle of a {@link Peer} process; reads its output continuously. */
final class PeerProcess implements AutoCloseable {
    static final Duration BOUND = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread drain;

    private PeerProcess(Process process) {
        this.process = process;
        this.drain = Thread.ofPlatform().daemon().start(this::drain);
    }

    static PeerProcess start(Path file, String part, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dguice_bytecode_gen_option=DISABLED",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true"));
        String logging = System.getProperty("logback.configurationFile");
        if (logging != null) {
            command.add("-Dlogback.configurationFile=" + logging);
        }
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(Peer.class.getName(), part, file.toString()));
        command.addAll(List.of(arguments));
        return new PeerProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Waits until the process is ready to start. */
    PeerProcess ready() {
        await(Peer.READY);
        return this;
    }

    /** Sends a line; the first one starts the process. */
    void signal() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Ends the input and waits for the process and all of its output. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        ended();
        assertThat(lines).as("last line of the process").endsWith(Peer.DONE);
    }

    /** Waits for the process to end. */
    void ended() throws InterruptedException {
        assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        drain.join();
    }

    /** Suspends the process and waits until all of its threads are stopped. */
    void suspend() throws IOException, InterruptedException {
        signal("-STOP");
        Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
        Eventually.within(BOUND, "the stop of each thread", () -> stopped(threads));
    }

    /** Resumes the process. */
    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Kills the process without giving it a chance to react. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        ended();
    }

    /** Waits for an output line with this prefix and returns the first one. */
    String await(String prefix) {
        Eventually.within(BOUND, prefix, () -> !printed(prefix).isEmpty());
        return printed(prefix).getFirst();
    }

    /** Returns all output lines with this prefix. */
    List<String> printed(String prefix) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.startsWith(prefix) && whole(line)).toList();
        }
    }

    /** Returns the number of output lines. */
    int lines() {
        return lines.size();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Ignores a write's line that is incomplete because the process was killed. */
    private static boolean whole(String line) {
        return !line.startsWith(Peer.WROTE) || line.endsWith(Peer.WROTE_END);
    }

    private static boolean stopped(Path threads) {
        try (Stream<Path> all = Files.list(threads)) {
            return all.allMatch(thread -> state(thread) == 'T');
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the state letter, which follows the name in parentheses. */
    private static char state(Path thread) {
        try {
            String status = Files.readString(thread.resolve("stat"));
            return status.charAt(status.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return 'T';
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private void drain() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            lines.add("its output ended: " + gone);
        }
    }
}
