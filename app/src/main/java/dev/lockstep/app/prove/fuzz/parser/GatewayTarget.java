package dev.lockstep.app.prove.fuzz.parser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Gives requests of bots and alerts with mistakes to the gateway. */
final class GatewayTarget implements FuzzTarget {
    private static final String ALERT = "POST hook";

    /** One input in this number is an alert. */
    private static final int ONE_IN_ALERT = 6;

    /** Long enough that no rate limit refuses a request. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    /** The fields of an order that stay as they were accepted. */
    private static final List<String> SAME =
            List.of("id", "symbol", "side", "type", "limit_price", "stop_price", "time_in_force");

    private static final List<String> ALERTS =
            List.of(
                    """
                    {"symbol":"AAPL","action":"buy","qty":2,"id":"one",\
                    "time":"2026-01-05T15:00:00Z"}\
                    """,
                    """
                    {"symbol":"NASDAQ:AAPL","action":"sell","qty":"1","limitPrice":900.5,\
                    "stopPrice":1,"type":"stop limit"}\
                    """,
                    """
                    {"symbol":"AAPL","action":"close","positionPercent":50}\
                    """,
                    """
                    {"symbol":"BTCUSD","marketPosition":"flat","equityPercent":5}\
                    """,
                    """
                    "symbol=AAPL action=buy qty=10\"\
                    """,
                    """
                    "order buy @ 3 filled on AAPL. New strategy position is 3\"\
                    """);

    private final FuzzVenue venue = new FuzzVenue();
    private final List<JsonNode> alerts = ALERTS.stream().map(Samples::json).toList();

    @Override
    public FuzzInput input(SplittableRandom random) {
        if (random.nextInt(ONE_IN_ALERT) > 0) {
            return ApiRequest.any(random).mutated(random);
        }
        JsonNode alert = alerts.get(random.nextInt(alerts.size()));
        String text =
                alert.isTextual() && random.nextInt(4) > 0
                        ? alert.textValue()
                        : JsonMutator.text(alert, random);
        return new FuzzInput(ALERT, ByteMutator.seldom(text, random));
    }

    @Override
    public boolean accepts(FuzzInput input) {
        venue.clock().move(BETWEEN);
        GatewayAnswer answer = venue.gateway().answer(request(input));
        ApiRequest.requireReadable(answer.status(), answer.body());
        if (answer.status() == 200 && input.entry().equals("POST /v2/orders")) {
            requireFound(Samples.json(answer.body()));
        }
        return answer.status() < 400;
    }

    private GatewayRequest request(FuzzInput input) {
        if (input.entry().equals(ALERT)) {
            return new GatewayRequest("POST", venue.hookPath(), Map.of(), Map.of(), input.text());
        }
        String[] entry = input.entry().split(" ", 2);
        boolean body = ApiRequest.hasBody(input);
        return new GatewayRequest(
                entry[0],
                entry[1],
                body ? Map.of() : ApiRequest.query(input),
                venue.headers(),
                body ? input.text() : "");
    }

    /** Requires that an accepted order is found under its client order id, with its terms. */
    private void requireFound(JsonNode order) {
        String id = order.path("client_order_id").asText();
        GatewayAnswer found =
                venue.gateway()
                        .answer(
                                new GatewayRequest(
                                        "GET",
                                        "/v2/orders:by_client_order_id",
                                        Map.of("client_order_id", List.of(id)),
                                        venue.headers(),
                                        ""));
        JsonNode again = Samples.json(found.body());
        for (String field : SAME) {
            if (!order.path(field).equals(again.path(field))) {
                throw new BrokenPropertyException(field + " of " + order + " is not of " + again);
            }
        }
    }

    @Override
    public void close() {
        venue.close();
    }
}
