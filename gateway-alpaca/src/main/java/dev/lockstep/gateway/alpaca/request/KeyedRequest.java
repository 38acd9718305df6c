package dev.lockstep.gateway.alpaca.request;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.YearRange;
import dev.lockstep.domain.access.TradingKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An authenticated request with the variables of its path.
 *
 * @param request the request
 * @param key the key of the bot
 * @param variables the decoded variables of the path by name
 */
public record KeyedRequest(GatewayRequest request, TradingKey key, Map<String, String> variables) {
    /** The years of times that are stored. */
    public static final YearRange YEARS = new YearRange(1970, 2200);

    public KeyedRequest {
        variables = Map.copyOf(variables);
    }

    /** Returns a variable of the path. */
    public String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /** Returns the query parameters. */
    public Query query() {
        return new Query(name -> request.query().getOrDefault(name, List.of()), YEARS);
    }
}
