package dev.lockstep.app.view.body.health;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the broker. Durations are milliseconds.
 *
 * @param reachable whether the broker answers
 * @param fault why it does not, null if it does
 * @param latencyMillis the duration of the last request, null before the first
 * @param answeredAt when the broker last answered, null before the first answer
 * @param requestsLeft the requests left in this minute, null if there is no limit
 * @param breaker the state of the circuit breaker
 * @param trouble the last failure, null if there was none
 * @param tradingBlocked whether the broker accepts no orders on this account, null if unknown
 * @param restrictions the restrictions of the account as sentences
 */
public record BrokerLinkBody(
        boolean reachable,
        @Nullable String fault,
        @Nullable Long latencyMillis,
        @Nullable String answeredAt,
        @Nullable Long requestsLeft,
        String breaker,
        @Nullable String trouble,
        @Nullable Boolean tradingBlocked,
        List<String> restrictions) {
    public BrokerLinkBody {
        restrictions = List.copyOf(restrictions);
    }

    /**
     * Returns the fields of a connection.
     *
     * @param fault why the broker last gave no answer, empty if it did
     */
    public static BrokerLinkBody of(
            LinkStatus link,
            String fault,
            @Nullable Boolean tradingBlocked,
            List<String> restrictions) {
        boolean open = link.breaker() == LinkStatus.Breaker.OPEN;
        String why = fault.isEmpty() && open ? link.trouble() : fault;
        Duration latency = link.latency();
        return new BrokerLinkBody(
                why.isEmpty() && !open,
                BodyText.notEmpty(why),
                latency == null ? null : latency.toMillis(),
                BodyText.of(link.answeredAt()),
                link.requestsLeft(),
                ShownValue.of(link.breaker()),
                BodyText.notEmpty(link.trouble()),
                tradingBlocked,
                restrictions);
    }
}
