package dev.lockstep.simulator.server;

import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;

/** Registers all endpoints of the exchange. */
final class Endpoints {
    private Endpoints() {}

    static void register(Routes routes, Floor floor, Json json, OrderJson orderJson) {
        new OrderRoutes(floor, json, orderJson).register(routes);
        new AccountRoutes(floor, json).register(routes);
        new PositionRoutes(floor, orderJson).register(routes);
        new ActivityRoutes(floor).register(routes);
        new HistoryRoutes(floor).register(routes);
        new DataRoutes(floor).register(routes);
        new AssetRoutes(floor).register(routes);
        new HoursRoutes(floor).register(routes);
    }
}
