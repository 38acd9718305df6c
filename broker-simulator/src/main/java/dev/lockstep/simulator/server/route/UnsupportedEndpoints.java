package dev.lockstep.simulator.server.route;

import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import java.util.List;

/**
 * The published operations that the simulator does not serve. Each is answered 501 with its path,
 * so that a client does not take it for a wrong address.
 */
final class UnsupportedEndpoints {
    private static final int NOT_IMPLEMENTED = 501;
    private static final int CODE = 50110000;

    private static final List<String> OPERATIONS =
            List.of(
                    "GET /v1/locates",
                    "POST /v1/locates",
                    "GET /v1/locates/quotes",
                    "GET /v1/locates/{locate_id}",
                    "GET /v2beta1/events/activities",
                    "GET /v2/options/contracts",
                    "GET /v2/options/contracts/{symbol_or_id}",
                    "POST /v2/positions/{symbol}/do-not-exercise",
                    "POST /v2/positions/{symbol}/exercise",
                    "POST /v2/tokenization/mint",
                    "GET /v2/tokenization/requests",
                    "GET /v2/tokenization/requests:by_client_request_id",
                    "GET /v2/tokenization/requests/{id}",
                    "GET /v2/wallets",
                    "GET /v2/wallets/fees/estimate",
                    "GET /v2/wallets/transfers",
                    "POST /v2/wallets/transfers",
                    "GET /v2/wallets/transfers/{id}",
                    "GET /v2/wallets/whitelists",
                    "POST /v2/wallets/whitelists",
                    "DELETE /v2/wallets/whitelists/{id}",
                    "GET /v1beta1/events/corporate-actions",
                    "GET /v1beta1/forex/latest/rates",
                    "GET /v1beta1/forex/rates",
                    "GET /v1beta1/logos/{symbol}",
                    "GET /v1beta1/options/bars",
                    "GET /v1beta1/options/meta/conditions/{ticktype}",
                    "GET /v1beta1/options/meta/exchanges",
                    "GET /v1beta1/options/quotes/latest",
                    "GET /v1beta1/options/snapshots",
                    "GET /v1beta1/options/snapshots/{underlying_symbol}",
                    "GET /v1beta1/options/trades",
                    "GET /v1beta1/options/trades/latest");

    private UnsupportedEndpoints() {}

    static void register(Routes routes) {
        for (String operation : OPERATIONS) {
            int space = operation.indexOf(' ');
            String method = operation.substring(0, space);
            routes.add(
                    method,
                    operation.substring(space + 1),
                    Access.keyed((request, _) -> answer(method + " " + request.path())));
        }
    }

    /** Returns the answer for something that Alpaca offers and the simulator does not. */
    static VenueAnswer answer(String what) {
        return VenueAnswer.error(
                NOT_IMPLEMENTED, CODE, what + " is not supported by this simulator");
    }
}
