package dev.lockstep.app.web.board;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Positions at the broker and local ones, fetched together and at most once a second, however many
 * clients ask.
 */
public final class HoldingsSnapshot {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final TtlCache<String, Stock> stock;

    /**
     * The positions.
     *
     * @param positions those at the broker
     * @param ours those by our own fills
     */
    public record Stock(FetchResult<FetchedList<Position>> positions, Holdings ours) {
        /** Returns the broker's position, empty if it has none or could not be asked. */
        public Optional<Position> position(Symbol symbol) {
            return switch (positions) {
                case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> all) ->
                        all.items().stream()
                                .filter(each -> each.symbol().equals(symbol))
                                .findFirst();
                case FetchResult.Failed<FetchedList<Position>> _ -> Optional.empty();
            };
        }

        /** Returns the positions at the broker that cannot be read. */
        public List<UnreadableItem> unreadable() {
            return switch (positions) {
                case FetchResult.Complete<FetchedList<Position>> complete ->
                        complete.value().unreadable();
                case FetchResult.Failed<FetchedList<Position>> _ -> List.of();
            };
        }

        /** Returns why the broker could not be asked, empty if it could. */
        public Optional<BrokerFault> fault() {
            return positions instanceof FetchResult.Failed<FetchedList<Position>> failed
                    ? Optional.of(failed.fault())
                    : Optional.empty();
        }
    }

    public HoldingsSnapshot(TradingPlatform tradingPlatform, InstantSource clock) {
        this.stock =
                new TtlCache<>(
                        LONGEST,
                        clock,
                        // The broker first: a fill between both questions then shows on ours.
                        _ ->
                                new Stock(
                                        tradingPlatform.broker().positions(),
                                        tradingPlatform.repository().holdings()));
    }

    /** Returns the current positions. */
    public Stock stock() {
        return stock.of("");
    }
}
