package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.risk.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Decides whether a quote is recent enough for a limit. The broker's market clock decides if our
 * own does not: it reports whether the market is open, and the broker's time.
 */
final class QuoteFreshness {
    /** While the market is open, and for coins always. */
    static final Duration WHILE_OPEN = Duration.ofMinutes(5);

    /** While it is closed: from the last close over a long weekend to the next opening. */
    static final Duration WHILE_CLOSED = Duration.ofDays(4);

    private static final Duration CLOCK_REMEMBERED = Duration.ofSeconds(10);

    private final Broker broker;
    private final InstantSource clock;
    private final SharedAnswers<Market, MarketClock> clocks;

    QuoteFreshness(Broker broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
        this.clocks = new SharedAnswers<>(CLOCK_REMEMBERED, clock, this::askedClock);
    }

    /** Returns whether a quote is recent by our own clock; makes no request. */
    boolean recent(Quote quote) {
        return within(WHILE_OPEN, quote, clock.instant());
    }

    /**
     * Returns the same, or recent by the broker's clock; asks for that where ours is not enough.
     */
    boolean fresh(Quote quote) {
        return recent(quote)
                || (clocks.asked(Market.OURS)
                                instanceof Observation.Seen<MarketClock>(var market, var _)
                        && within(bound(quote, market), quote, market.now()));
    }

    private static Duration bound(Quote quote, MarketClock market) {
        boolean open = market.open() || quote.symbol().assetClass() == AssetClass.CRYPTO;
        return open ? WHILE_OPEN : WHILE_CLOSED;
    }

    /** Returns whether a quote is within a bound; a quote from the future is not. */
    private static boolean within(Duration bound, Quote quote, Instant now) {
        return Duration.between(quote.quotedAt(), now).abs().compareTo(bound) <= 0;
    }

    private Observation<MarketClock> askedClock(Market market) {
        Instant now = clock.instant();
        return switch (broker.clock()) {
            case FetchResult.Complete<MarketClock>(MarketClock there) ->
                    new Observation.Seen<>(there, now);
            case FetchResult.Failed<MarketClock> failed ->
                    new Observation.Missing<>(failed.fault().text());
        };
    }

    /** The key of the market clock, of which there is only one. */
    private enum Market {
        OURS
    }
}
