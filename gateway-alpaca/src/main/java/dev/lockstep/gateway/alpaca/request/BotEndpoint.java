package dev.lockstep.gateway.alpaca.request;

import dev.lockstep.alpaca.request.RefusedRequest;

/** Answers one kind of request. */
@FunctionalInterface
public interface BotEndpoint {
    /**
     * Answers a request.
     *
     * @throws RefusedRequest if it is invalid
     */
    GatewayAnswer answer(KeyedRequest request);
}
