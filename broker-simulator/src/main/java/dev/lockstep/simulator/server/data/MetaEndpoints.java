package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import java.util.List;
import java.util.Map;

/** Endpoints for the meaning of the codes in trades and quotes of stocks. */
final class MetaEndpoints {
    private static final Map<String, String> EXCHANGES =
            Map.of("N", "New York Stock Exchange", "P", "NYSE Arca", "Q", "NASDAQ", "V", "IEX");
    private static final Map<String, String> TRADE_CONDITIONS =
            Map.of("@", "Regular Sale", "O", "Opening Prints", "6", "Closing Prints");
    private static final Map<String, String> QUOTE_CONDITIONS = Map.of("R", "Regular");

    void register(Routes routes) {
        routes.get("/v2/stocks/meta/exchanges", Access.keyed((_, _) -> answer(EXCHANGES)));
        routes.get(
                "/v2/stocks/meta/conditions/{ticktype}",
                Access.keyed((request, _) -> conditions(request)));
    }

    private static VenueAnswer conditions(ExchangeRequest request) {
        DataQuery query = new DataQuery(request, false);
        String tape = query.text("tape");
        if (tape == null) {
            throw DataQuery.refused(
                    "Invalid format for parameter tape: query parameter 'tape' is required");
        }
        if (!List.of("A", "B", "C").contains(tape)) {
            throw DataQuery.refused("invalid tape: " + tape);
        }
        String type = request.pathParam("ticktype");
        return switch (type) {
            case "trade" -> answer(TRADE_CONDITIONS);
            case "quote" -> answer(QUOTE_CONDITIONS);
            default -> throw DataQuery.refused("invalid ticktype: " + type);
        };
    }

    private static VenueAnswer answer(Map<String, String> codes) {
        ObjectNode json = Json.object();
        codes.keySet().stream().sorted().forEach(code -> json.put(code, codes.get(code)));
        return VenueAnswer.ok(json);
    }
}
