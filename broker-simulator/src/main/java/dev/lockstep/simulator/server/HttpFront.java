package dev.lockstep.simulator.server;

import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpException;

/** The web server on the loopback interface. */
public final class HttpFront implements AutoCloseable {
    private final Javalin javalin;

    /** The components that the server dispatches to. */
    public record Parts(
            Floor floor,
            Keyring keyring,
            int requestsPerMinute,
            InstantSource clock,
            Activity activity,
            OrderJson orderJson,
            StreamHub streams,
            Faults faults,
            FaultControl faultControl,
            Patience patience) {}

    /**
     * Starts the server.
     *
     * @param port the TCP port; zero for any free port
     */
    public HttpFront(Parts parts, int port) {
        Json json = new Json();
        OrderJson orderJson = parts.orderJson();
        RateLimit rateLimit = new RateLimit(parts.requestsPerMinute(), parts.clock());
        RequestIds ids = new RequestIds();
        WireErrors errors = new WireErrors(json, ids);
        WireServer server = new WireServer(port, parts.patience(), ids, errors);
        FrontDesk desk =
                new FrontDesk(
                        new Courier(json),
                        new Mishaps(parts.faults()),
                        parts.keyring(),
                        rateLimit,
                        parts.activity());
        javalin =
                Javalin.create(config -> {
                    server.configure(config);
                    config.routes.exception(HttpResponseException.class, desk::unknown);
                    config.routes.exception(IOException.class, desk::unreadable);
                    config.routes.exception(HttpException.RuntimeException.class, desk::unreadable);
                    config.routes.exception(Exception.class, desk::failed);
                    HttpRoutes routes = new HttpRoutes(config.routes, desk);
                    Endpoints.register(routes, parts.floor(), json, orderJson);
                    new SimRoutes(parts.floor(), json, orderJson).register(routes);
                    new CorporateRoutes(parts.floor(), json).register(routes);
                    new TradeRoutes(parts.floor(), json, orderJson).register(routes);
                    new FaultRoutes(parts.faultControl(), parts.faults()).register(routes);
                    new StreamRoutes(parts.streams(), parts.keyring(), parts.activity(), json)
                            .register(config.routes);
                });
        javalin.start();
    }

    /** Returns the port on which the server listens. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
