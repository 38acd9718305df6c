package dev.lockstep.app.cli;

import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.Surroundings;
import dev.lockstep.app.config.WebSettings;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.web.WebConfig;
import dev.lockstep.app.web.WebServer;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.app.wiring.Threads;
import java.nio.file.Path;
import java.util.Optional;

/** Serves the screen where the settings say. */
final class Serving {
    /** For work on the screen itself: its files are read from there at each request. */
    private static final String FILES_VARIABLE = "LOCKSTEP_WEB";

    private Serving() {}

    /** Starts to serve. */
    static WebServer start(Lockstep root, Desk desk, String owner, Meters meters) {
        Settings settings = root.settings();
        Surroundings surroundings = root.surroundings();
        WebSettings web = settings.tuning().web();
        WebConfig config =
                new WebConfig(
                        web.listen(),
                        web.port(),
                        web.hosts(),
                        web.token(),
                        WebConfig.USUAL_HEARTBEAT,
                        files(surroundings));
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
                        surroundings.clock(),
                        surroundings.pause(),
                        surroundings.random(),
                        Threads.beside(),
                        Threads.named("live-events-"),
                        meters));
    }

    private static Optional<Path> files(Surroundings surroundings) {
        return Optional.ofNullable(surroundings.environment().get(FILES_VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
