package dev.lockstep.simulator.server;

import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** The web server on loopback. */
public final class HttpFront implements AutoCloseable {
    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final String LOOPBACK = "127.0.0.1";
    private static final long IDLE_CONNECTION_MILLIS = 30_000;
    private static final Duration IDLE_STREAM = Duration.ofSeconds(60);
    private static final int MAX_QUEUED_FRAMES = 100_000;
    private static final int ACCEPT_QUEUE_CONNECTIONS = 1_024;

    private final Javalin javalin;

    /** What the server stands in front of. */
    public record Parts(
            Floor floor,
            Keyring keyring,
            int requestsPerMinute,
            InstantSource clock,
            Activity activity,
            OrderJson orderJson,
            StreamHub streams,
            Faults faults,
            FaultControl faultControl) {}

    /**
     * Starts to listen.
     *
     * @param port zero lets the system pick one
     */
    public HttpFront(Parts parts, int port) {
        Json json = new Json();
        OrderJson orderJson = parts.orderJson();
        RateLimit rateLimit = new RateLimit(parts.requestsPerMinute(), parts.clock());
        FrontDesk desk =
                new FrontDesk(
                        new Courier(json),
                        new Mishaps(parts.faults()),
                        parts.keyring(),
                        rateLimit,
                        parts.activity());
        javalin =
                Javalin.create(config -> {
                    configure(config, port);
                    config.routes.exception(HttpResponseException.class, desk::unknown);
                    config.routes.exception(Exception.class, desk::failed);
                    new OrderRoutes(parts.floor(), json, orderJson).register(config.routes, desk);
                    new AccountRoutes(parts.floor(), json).register(config.routes, desk);
                    new PositionRoutes(parts.floor(), orderJson).register(config.routes, desk);
                    new ActivityRoutes(parts.floor()).register(config.routes, desk);
                    new HistoryRoutes(parts.floor()).register(config.routes, desk);
                    new DataRoutes(parts.floor()).register(config.routes, desk);
                    new MarketRoutes(parts.floor()).register(config.routes, desk);
                    new SimRoutes(parts.floor(), json, orderJson).register(config.routes, desk);
                    new FaultRoutes(parts.faultControl(), parts.faults())
                            .register(config.routes, desk);
                    new StreamRoutes(parts.streams(), parts.keyring(), parts.activity(), json)
                            .register(config.routes);
                });
        javalin.start();
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(HttpFront::relax);
        config.jetty.modifyWebSocketServletFactory(streams -> {
            // A quiet stream is a healthy one; the pings find those that are dead.
            streams.setIdleTimeout(IDLE_STREAM);
            streams.setMaxOutgoingFrames(MAX_QUEUED_FRAMES);
            streams.setMaxTextMessageSize(MAX_BODY_BYTES);
            streams.setMaxBinaryMessageSize(MAX_BODY_BYTES);
        });
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector =
                    new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(LOOPBACK);
            connector.setPort(port);
            connector.setIdleTimeout(IDLE_CONNECTION_MILLIS);
            connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS);
            return connector;
        });
    }

    /** A pair such as BTC/USD comes as one segment with an encoded slash. */
    private static void relax(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
    }
}
