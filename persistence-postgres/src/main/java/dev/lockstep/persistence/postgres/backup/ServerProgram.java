package dev.lockstep.persistence.postgres.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of one of PostgreSQL's own programs. Its messages go into a file next to its result, which
 * are English in any locale.
 *
 * @param environment the variables of libpq
 * @param file the file that it writes or reads
 * @param patience the longest time in which the file does not grow
 */
record ServerProgram(Map<String, String> environment, Path file, Duration patience) {
    private static final String PREFIX = "PG";
    private static final String PASSWORD_FILE = "PGPASSFILE";
    private static final String OLDER = "server version mismatch";
    private static final int MAX_MESSAGE_BYTES = 10_000;
    private static final int MAX_SHOWN = 300;

    /**
     * Runs a program to its end.
     *
     * @throws RepositoryException if it is absent, fails, or does nothing for too long
     */
    void run(String program, List<String> arguments) {
        Path messages = file.resolveSibling("messages");
        try {
            Process process = started(program, arguments, messages);
            try {
                awaitEnd(program, process);
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw failed(program, process.exitValue(), messages);
            }
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, program + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RepositoryException(
                    Reason.INTERRUPTED, program + " was interrupted", interrupted);
        }
    }

    private Process started(String program, List<String> arguments, Path messages) {
        ProcessBuilder builder = new ProcessBuilder(program);
        builder.command().addAll(arguments);
        Map<String, String> variables = builder.environment();
        // Others of the caller's could name another server.
        variables.keySet().removeIf(name -> name.startsWith(PREFIX) && !name.equals(PASSWORD_FILE));
        variables.putAll(environment);
        variables.put("LC_ALL", "C");
        try {
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(messages.toFile())
                            .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException absent) {
            throw new RepositoryException(
                    Reason.MISUSE,
                    program
                            + " cannot be started: install PostgreSQL's client programs, of the"
                            + " server's version or newer (Debian: postgresql-client), or make the"
                            + " backup in the other format",
                    absent);
        }
    }

    private void awaitEnd(String program, Process process)
            throws IOException, InterruptedException {
        long before = -1;
        while (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size == before) {
                throw new RepositoryException(
                        Reason.IO_ERROR,
                        program
                                + " did not proceed for "
                                + patience.toSeconds()
                                + " s and was ended: check the server, and repeat the backup");
            }
            before = size;
        }
    }

    private static RepositoryException failed(String program, int code, Path messages)
            throws IOException {
        String text;
        try (var stream = Files.newInputStream(messages)) {
            text = new String(stream.readNBytes(MAX_MESSAGE_BYTES), UTF_8);
        }
        String shown = text.strip().replaceAll("\\s*\\R\\s*", "; ");
        if (text.contains(OLDER)) {
            return new RepositoryException(
                    Reason.MISUSE,
                    program
                            + " is older than the server: install PostgreSQL's client programs of"
                            + " its version or newer, or make the backup in the other format ("
                            + shortened(shown)
                            + ")");
        }
        return new RepositoryException(
                Reason.IO_ERROR,
                program + " ended with exit code " + code + ": " + shortened(shown));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
