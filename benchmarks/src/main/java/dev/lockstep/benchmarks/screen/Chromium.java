package dev.lockstep.benchmarks.screen;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A headless Chromium process. Its tabs have real visibility: the last one opened is visible, the
 * others are hidden.
 */
final class Chromium implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final List<String> FLAGS =
            List.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1440,900",
                    "--remote-debugging-port=0",
                    "about:blank");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final URI door;

    /** Starts Chromium with an empty profile in the given folder. */
    Chromium(Path program, Path profile) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.add("--user-data-dir=" + profile);
        command.addAll(FLAGS);
        process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        door = announced(profile.resolve("DevToolsActivePort"));
    }

    /** Returns the installed browser. */
    static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens an address in a new tab, which becomes the visible one. */
    BrowserTab open(String address) throws IOException, InterruptedException {
        String target = ask("PUT", "/json/new?" + address);
        return new BrowserTab(
                http, URI.create(json.readTree(target).path("webSocketDebuggerUrl").textValue()));
    }

    private URI announced(Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_START.toNanos()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (!lines.isEmpty()) {
                return URI.create("http://127.0.0.1:" + lines.getFirst());
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        close();
        throw new IOException("Chromium did not listen within " + LONGEST_START);
    }

    private String ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(door + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(LONGEST_START)
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        http.close();
        // Chromium's child processes end shortly after it, and write into the profile until then.
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }
}
