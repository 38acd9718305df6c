package dev.lockstep.app.cli;

import dev.lockstep.app.config.Settings;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.web.WebConfig;
import dev.lockstep.app.web.WebServer;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.app.wiring.Threads;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where the screen is served, and to whom. */
final class WebOptions {
    private static final String TOKEN_VARIABLE = "LOCKSTEP_TOKEN";

    /** For work on the screen itself: its files are read from there at each request. */
    private static final String FILES_VARIABLE = "LOCKSTEP_WEB";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "Where the screen and the REST interface are; 0 for any port that is free"
                            + " (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen at. Beyond this machine clients must show a token:"
                            + " $LOCKSTEP_TOKEN (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A further name by which browsers reach this machine.")
    private Set<String> hosts = Set.of();

    /** Starts to serve. */
    WebServer server(Lockstep root, Desk desk, String owner, Meters meters) {
        Settings settings = root.settings();
        Map<String, String> environment = root.surroundings().environment();
        WebConfig config =
                new WebConfig(
                        listen,
                        port,
                        hosts,
                        set(environment, TOKEN_VARIABLE),
                        set(environment, FILES_VARIABLE).map(Path::of));
        return new WebServer(
                config,
                new WebServer.Platform(
                        desk,
                        settings.mode(),
                        owner,
                        ReasonOption.who(root),
                        settings.folder(),
                        settings.address().isEmpty(),
                        () -> OwnSimulator.running(settings.folder().exchange())),
                new WebServer.Means(
                        root.surroundings().clock(),
                        root.surroundings().pause(),
                        root.surroundings().random(),
                        Threads.beside(),
                        Threads.named("live-events-"),
                        meters));
    }

    private static Optional<String> set(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }
}
