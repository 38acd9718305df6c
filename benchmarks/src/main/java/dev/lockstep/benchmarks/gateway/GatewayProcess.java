package dev.lockstep.benchmarks.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.Main;
import dev.lockstep.benchmarks.simulator.WireServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@code lockstep run} with its gateway, in its own process, in front of an exchange. */
final class GatewayProcess implements AutoCloseable {
    private static final String ANNOUNCEMENT = "gateway for bots on ";

    private final Path folder;
    private final WireServer exchange;
    private final Process process;
    private final WireServer server;

    /**
     * Starts it and waits until it listens.
     *
     * @param folder its data folder
     */
    GatewayProcess(Path folder, WireServer exchange) throws IOException {
        this.folder = folder;
        this.exchange = exchange;
        JsonNode key = key();
        // On a saturated machine a sync may take longer than three of the default intervals.
        process =
                start(
                        "run",
                        "--port",
                        "0",
                        "--gateway-port",
                        String.valueOf(freePort()),
                        "--sync-interval",
                        "1m");
        server =
                new WireServer(
                        announced(process.inputReader()),
                        key.path("key").asText(),
                        key.path("secret").asText());
    }

    /** Returns its address, with the key of a bot. */
    WireServer server() {
        return server;
    }

    private JsonNode key() throws IOException {
        Process adding = start("keys", "add", "bench", "--json");
        String answer = new String(adding.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return JsonMapper.builder().build().readTree(answer);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static URI announced(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int at = line.indexOf(ANNOUNCEMENT);
            if (at >= 0) {
                // The pipe must be drained: a full one blocks the server.
                Thread.ofVirtual().start(() -> drain(output));
                return URI.create(line.substring(at + ANNOUNCEMENT.length()));
            }
        }
        throw new IOException("the platform ended before it listened");
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // Only the address is used.
            }
        } catch (IOException ended) {
            // The process was ended while its output was read.
        }
    }

    private Process start(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dguice_bytecode_gen_option=DISABLED",
                                "-Dorg.jooq.no-logo=true",
                                "-Dorg.jooq.no-tips=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", folder.toString()));
        command.addAll(List.of("--mode", "sim", "--base-url", exchange.uri().toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
