package dev.lockstep.simulator.server;

import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;

/**
 * Registers endpoints with the web server.
 *
 * @param routes the web server's routes
 * @param desk the request pipeline
 */
record HttpRoutes(RoutesConfig routes, RequestPipeline desk) implements Routes {
    @Override
    public void add(String method, String path, Access access) {
        routes.addHttpHandler(HandlerType.findOrCreate(method), path, desk.handler(access));
    }
}
