package dev.lockstep.app.backtest;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.simulator.ApiKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The bot of a backtest: an unmodified program that finds the exchange by the environment variables
 * of Alpaca's clients. It ends with the backtest. Thread-safe.
 */
final class BotProcess implements AutoCloseable {
    private static final long END_WAIT_SECONDS = 10;

    private final Process process;
    private final CountDownLatch drained = new CountDownLatch(1);

    private BotProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param output receives each line that it prints
     * @throws CommandEnd if there is no such program
     */
    static BotProcess start(
            List<String> command, URI exchange, ApiKey key, Consumer<String> output) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(exchange, key));
        try {
            BotProcess bot = new BotProcess(builder.start());
            Threads.watcher("bot-output", () -> bot.drain(output));
            return bot;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "command: " + command.getFirst() + " (expected: a program that can be started)",
                    refused);
        }
    }

    /** Returns the variables by which Alpaca's clients find the exchange and its market data. */
    static Map<String, String> environment(URI exchange, ApiKey key) {
        String http = exchange.toString();
        String stream = "ws" + http.substring("http".length());
        return Map.ofEntries(
                Map.entry("APCA_API_BASE_URL", http),
                Map.entry("APCA_API_DATA_URL", http),
                Map.entry("APCA_DATA_BASE_URL", http),
                Map.entry("DATA_BASE_URL", http),
                Map.entry("APCA_API_STREAM_URL", stream),
                Map.entry("APCA_DATA_STREAM_URL", http),
                Map.entry("DATA_PROXY_WS", stream),
                Map.entry("APCA_API_KEY_ID", key.id()),
                Map.entry("APCA_API_SECRET_KEY", key.secret()),
                Map.entry("ALPACA_API_KEY", key.id()),
                Map.entry("ALPACA_SECRET_KEY", key.secret()));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Returns the exit code of a bot that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Ends it, by force if it takes longer than ten seconds, and waits for the rest it prints. */
    @Override
    public void close() {
        // Process.destroy would close its output too, and what it prints at its end would be lost.
        boolean asked = process.toHandle().destroy();
        try {
            if (!asked || !process.waitFor(END_WAIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            // A child of the bot may keep its output open.
            boolean all = drained.await(END_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!all) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException ended) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void drain(Consumer<String> output) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
            }
        } catch (IOException ended) {
            // Killed while it printed.
        } finally {
            drained.countDown();
        }
    }
}
