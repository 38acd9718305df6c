package dev.lockstep.simulator.server.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request as endpoints read it, independent of its transport. */
public interface ExchangeRequest {
    /** Returns the part of the path that a route names in braces. */
    String pathParam(String name);

    /** Returns the first value of a query parameter, null if it is absent. */
    @Nullable String queryParam(String name);

    /** Returns all values of a query parameter. */
    List<String> queryParams(String name);

    /** Returns the body, empty if absent. */
    byte[] bodyAsBytes();

    /** Returns the body as text. */
    String body();
}
