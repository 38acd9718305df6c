package dev.lockstep.app.web.board;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the broker.
 *
 * @param reachable whether the broker answers
 * @param fault why it does not, null if it does
 * @param latencyMillis the duration of the last request, null before the first
 * @param requestsLeft the requests left in this minute, null if there is no limit
 * @param breaker the state of the circuit breaker
 * @param trouble the last failure, empty if there was none
 * @param tradingBlocked why the broker accepts no orders on this account, null if it does
 */
public record BrokerLinkBody(
        boolean reachable,
        @Nullable String fault,
        @Nullable Long latencyMillis,
        @Nullable Long requestsLeft,
        String breaker,
        String trouble,
        @Nullable String tradingBlocked) {

    /**
     * Returns the fields of a connection.
     *
     * @param fault why the broker last gave no answer, empty if it did
     */
    static BrokerLinkBody of(LinkStatus link, String fault, @Nullable String tradingBlocked) {
        boolean open = link.breaker() == LinkStatus.Breaker.OPEN;
        String why = fault.isEmpty() && open ? link.trouble() : fault;
        Duration latency = link.latency();
        return new BrokerLinkBody(
                why.isEmpty() && !open,
                BodyText.notEmpty(why),
                latency == null ? null : latency.toMillis(),
                link.requestsLeft(),
                ShownValue.of(link.breaker()),
                link.trouble(),
                tradingBlocked);
    }
}
