package dev.lockstep.domain.port.broker;

import java.util.Optional;

/**
 * The last permission for one request that opens or changes an order. The broker's adapter asks it
 * immediately before the first byte is sent, after every wait: for the rate budget, for another
 * attempt, for a connection. A refused request is answered as not sent.
 *
 * <p>It may be asked several times, by the thread that sends. It only reads, and never asks the
 * broker.
 */
@FunctionalInterface
public interface SendGuard {
    /** Permits every request, for callers that have nothing to check. */
    SendGuard ALWAYS = Optional::empty;

    /** Returns the reason for which the request must not be sent; empty if it may be. */
    Optional<SendRefusal> refusal();
}
