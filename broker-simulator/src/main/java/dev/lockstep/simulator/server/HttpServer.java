package dev.lockstep.simulator.server;

import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.server.events.TradeEventEndpoints;
import dev.lockstep.simulator.server.events.TradeEventLog;
import dev.lockstep.simulator.server.http.ConnectionLimits;
import dev.lockstep.simulator.server.http.JettyConfig;
import dev.lockstep.simulator.server.http.ReadsInProgress;
import dev.lockstep.simulator.server.http.VenueErrors;
import dev.lockstep.simulator.server.http.VenueRequestIds;
import dev.lockstep.simulator.server.route.ControlEndpoints;
import dev.lockstep.simulator.server.route.CorporateActionEndpoints;
import dev.lockstep.simulator.server.route.FaultEndpoints;
import dev.lockstep.simulator.server.route.TradeCorrectionEndpoints;
import dev.lockstep.simulator.server.route.VenueEndpoints;
import dev.lockstep.simulator.server.stream.DataStreamEndpoints;
import dev.lockstep.simulator.server.stream.DataStreamHub;
import dev.lockstep.simulator.server.stream.StreamEndpoints;
import dev.lockstep.simulator.server.stream.StreamHub;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.FaultControl;
import dev.lockstep.simulator.server.venue.FaultInjector;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.server.venue.RateLimit;
import dev.lockstep.simulator.server.venue.RequestCount;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import dev.lockstep.simulator.server.venue.ResponseWriter;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpException;

/** The web server on the loopback interface. */
public final class HttpServer implements AutoCloseable {
    private final ReadsInProgress reads = new ReadsInProgress();
    private final Javalin javalin;

    /** The components that the server dispatches to. */
    public record Parts(
            ExchangeGate floor,
            ApiKeyRegistry keyring,
            int requestsPerMinute,
            InstantSource clock,
            IdleTimer activity,
            RequestCount requests,
            OrderJson orderJson,
            StreamHub streams,
            TradeEventLog tradeEvents,
            RequestedSymbols requested,
            DataStreamHub dataStreams,
            FaultInjection faults,
            FaultControl faultControl,
            ConnectionLimits patience) {}

    /**
     * Starts the server.
     *
     * @param port the TCP port; zero for any free port
     */
    public HttpServer(Parts parts, int port) {
        Json json = new Json();
        OrderJson orderJson = parts.orderJson();
        RateLimit rateLimit = new RateLimit(parts.requestsPerMinute(), parts.clock());
        VenueRequestIds ids = new VenueRequestIds();
        VenueErrors errors = new VenueErrors(json, ids);
        JettyConfig server = new JettyConfig(port, parts.patience(), reads, ids, errors);
        RequestPipeline desk =
                new RequestPipeline(
                        new ResponseWriter(json),
                        new FaultInjector(parts.faults()),
                        parts.keyring(),
                        rateLimit,
                        parts.activity(),
                        parts.requests());
        javalin =
                Javalin.create(config -> {
                    server.configure(config);
                    config.routes.exception(HttpResponseException.class, desk::unknown);
                    config.routes.exception(IOException.class, desk::unreadable);
                    config.routes.exception(HttpException.RuntimeException.class, desk::unreadable);
                    config.routes.exception(Exception.class, desk::failed);
                    HttpRoutes routes = new HttpRoutes(config.routes, desk);
                    VenueEndpoints.register(
                            routes, parts.floor(), json, orderJson, parts.requested());
                    new ControlEndpoints(parts.floor(), json, orderJson).register(routes);
                    new CorporateActionEndpoints(parts.floor(), json).register(routes);
                    new TradeCorrectionEndpoints(parts.floor(), json, orderJson).register(routes);
                    new FaultEndpoints(parts.faultControl(), parts.faults()).register(routes);
                    new StreamEndpoints(parts.streams(), parts.keyring(), parts.activity(), json)
                            .register(config.routes);
                    new DataStreamEndpoints(
                                    parts.dataStreams(),
                                    parts.keyring(),
                                    parts.activity(),
                                    parts.clock(),
                                    json)
                            .register(config.routes);
                    new TradeEventEndpoints(
                                    parts.tradeEvents(),
                                    parts.keyring(),
                                    parts.activity(),
                                    json,
                                    orderJson)
                            .register(config.routes);
                });
        javalin.start();
    }

    /** Returns the number of connections whose received bytes are being handled. */
    public ReadsInProgress reads() {
        return reads;
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
