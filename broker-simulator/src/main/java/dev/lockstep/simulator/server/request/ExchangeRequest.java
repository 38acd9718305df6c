package dev.lockstep.simulator.server.request;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.YearRange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as endpoints read it, independent of its transport. */
public interface ExchangeRequest {
    /** The years that every time zone offset leaves printable. */
    YearRange YEARS = new YearRange(1, 9_998);

    /** Returns the path, percent-encoded. */
    String path();

    /** Returns the part of the path that a route names in braces. */
    String pathParam(String name);

    /** Returns the first value of a query parameter, null if it is absent. */
    @Nullable String queryParam(String name);

    /** Returns the names of all query parameters. */
    Set<String> queryNames();

    /** Returns all values of a query parameter. */
    List<String> queryParams(String name);

    /** Returns the parsed query parameters. */
    default Query query() {
        return new Query(this::queryParams, YEARS);
    }

    /** Returns the body, empty if absent. */
    byte[] bodyAsBytes();

    /** Returns the body as text. */
    String body();
}
