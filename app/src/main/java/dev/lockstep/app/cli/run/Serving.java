package dev.lockstep.app.cli.run;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.config.GatewaySettings;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.WebSettings;
import dev.lockstep.app.gateway.GatewayService;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.web.WebConfig;
import dev.lockstep.app.web.WebServer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves the screen where the settings say. */
final class Serving {
    /** For work on the screen itself: its files are read from there at each request. */
    private static final String FILES_VARIABLE = "LOCKSTEP_WEB";

    private Serving() {}

    /** Starts to serve. */
    static WebServer start(
            CommandContext context, TradingPlatform tradingPlatform, String owner, Meters meters) {
        Settings settings = context.settings();
        ProcessEnvironment surroundings = context.surroundings();
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
                        tradingPlatform,
                        settings.mode(),
                        owner,
                        ReasonOption.who(context),
                        settings.folder(),
                        settings.address().isEmpty(),
                        () -> OwnSimulator.running(settings.folder().exchange())),
                new WebServer.Means(
                        surroundings.clock(),
                        surroundings.pause(),
                        surroundings.random(),
                        Threads.background(),
                        Threads.named("live-events-"),
                        meters));
    }

    /** Starts the gateway for bots; null if the settings want none. */
    static @Nullable GatewayService gateway(
            CommandContext context, TradingPlatform tradingPlatform) {
        GatewaySettings settings = context.settings().tuning().gateway();
        return settings.on()
                ? GatewayService.start(settings, tradingPlatform, context.surroundings())
                : null;
    }

    private static Optional<Path> files(ProcessEnvironment surroundings) {
        return Optional.ofNullable(surroundings.environment().get(FILES_VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
