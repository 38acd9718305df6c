package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.resilience.ConnectionHealth;
import dev.lockstep.broker.alpaca.resilience.Resilience;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.LinkStatus;

/** Reports the health of the connection to the trading host. */
final class AlpacaLink implements BrokerLink {
    private final Resilience resilience;

    AlpacaLink(Resilience resilience) {
        this.resilience = resilience;
    }

    @Override
    public LinkStatus status() {
        ConnectionHealth.Sign sign = resilience.vitals();
        long left = resilience.requestsLeft();
        return new LinkStatus(
                sign.latency(),
                sign.answeredAt(),
                left == Long.MAX_VALUE ? null : left,
                breaker(),
                sign.trouble());
    }

    private LinkStatus.Breaker breaker() {
        return switch (resilience.breakerState()) {
            case CLOSED -> LinkStatus.Breaker.CLOSED;
            case HALF_OPEN -> LinkStatus.Breaker.HALF_OPEN;
            case OPEN -> LinkStatus.Breaker.OPEN;
        };
    }
}
