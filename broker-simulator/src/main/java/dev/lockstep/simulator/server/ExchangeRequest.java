package dev.lockstep.simulator.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request as an endpoint reads it, whatever brought it here. */
interface ExchangeRequest {
    /** The part of the path that a route names in braces. */
    String pathParam(String name);

    /** The first value of a query parameter, null where it is absent. */
    @Nullable String queryParam(String name);

    /** All values of a query parameter. */
    List<String> queryParams(String name);

    /** The body, empty where there is none. */
    byte[] bodyAsBytes();

    /** The body as text. */
    String body();
}
