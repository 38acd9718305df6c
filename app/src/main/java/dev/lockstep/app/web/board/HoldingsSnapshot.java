package dev.lockstep.app.web.board;

import dev.lockstep.app.wiring.TradingPlatform;
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
 * What is held, by the broker's word and by our own fills, looked at together and at most once in a
 * second however many ask.
 */
public final class HoldingsSnapshot {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final TtlCache<String, Stock> stock;

    /**
     * What is held.
     *
     * @param positions what the broker says
     * @param ours what our own orders add up to
     */
    public record Stock(FetchResult<FetchedList<Position>> positions, Holdings ours) {
        /** The broker's word on one instrument, empty where it holds none or was not heard. */
        public Optional<Position> position(Symbol symbol) {
            return switch (positions) {
                case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> all) ->
                        all.items().stream()
                                .filter(each -> each.symbol().equals(symbol))
                                .findFirst();
                case FetchResult.Failed<FetchedList<Position>> _ -> Optional.empty();
            };
        }

        /** The positions at the broker that cannot be read. */
        public List<UnreadableItem> unreadable() {
            return switch (positions) {
                case FetchResult.Complete<FetchedList<Position>> complete ->
                        complete.value().unreadable();
                case FetchResult.Failed<FetchedList<Position>> _ -> List.of();
            };
        }

        /** Why the broker was not heard, empty where it was. */
        public Optional<BrokerFault> fault() {
            return positions instanceof FetchResult.Failed<FetchedList<Position>> failed
                    ? Optional.of(failed.fault())
                    : Optional.empty();
        }
    }

    /** Looks at this desk's. */
    public HoldingsSnapshot(TradingPlatform desk, InstantSource clock) {
        this.stock =
                new TtlCache<>(
                        LONGEST,
                        clock,
                        // The broker first: a fill between both questions then shows on ours.
                        _ -> new Stock(desk.broker().positions(), desk.repository().holdings()));
    }

    /** What is held now. */
    public Stock stock() {
        return stock.of("");
    }
}
