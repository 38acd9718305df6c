package dev.lockstep.simulator.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;

/**
 * Registers endpoints with the web server.
 *
 * @param routes the web server's routes
 * @param desk the request pipeline
 */
record HttpRoutes(RoutesConfig routes, FrontDesk desk) implements Routes {
    @Override
    public void add(String method, String path, Access access) {
        routes.addHttpHandler(HandlerType.findOrCreate(method), path, desk.handler(access));
    }
}
