package dev.lockstep.domain.usecase.reconcile;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.adjust.AwaitedFees;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares our positions with the broker's. It shows both quantities and corrects nothing. */
public final class ComparePositions {
    private final OrderRepository repository;
    private final Broker broker;
    private final AwaitedFees awaitedFees;

    /** Builds the use case on its ports. */
    public ComparePositions(
            OrderRepository repository, Fills fills, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.awaitedFees = new AwaitedFees(repository, fills, clock);
    }

    /**
     * Returns one line for each instrument with a position on either side, ordered by symbol. An
     * instrument whose position at the broker may be an unreadable one has no line.
     */
    public FetchResult<FetchedList<PositionComparison>> compare() {
        return switch (broker.positions()) {
            case FetchResult.Complete<FetchedList<Position>> complete ->
                    new FetchResult.Complete<>(compare(repository.holdings(), complete.value()));
            case FetchResult.Failed<FetchedList<Position>> failed ->
                    new FetchResult.Failed<>(failed.fault());
        };
    }

    private static Holdings holdings(List<Position> positions) {
        TreeMap<Symbol, NetQuantity> bySymbol = new TreeMap<>();
        positions.forEach(position -> bySymbol.put(position.symbol(), position.netQty()));
        return new Holdings(bySymbol);
    }

    /** Returns the same from what both sides were seen to hold. */
    public FetchedList<PositionComparison> compare(Holdings ours, FetchedList<Position> positions) {
        PositionSnapshot snapshot = PositionSnapshot.only(positions);
        return positions
                .with(read -> compare(ours, read))
                .filtered(line -> snapshot.unreadable(line.symbol()).isEmpty());
    }

    private List<PositionComparison> compare(Holdings ours, List<Position> positions) {
        Holdings brokers = holdings(positions);
        TreeSet<Symbol> symbols = new TreeSet<>(ours.bySymbol().keySet());
        symbols.addAll(brokers.bySymbol().keySet());
        return symbols.stream()
                .map(symbol -> compare(symbol, ours.of(symbol), brokers.of(symbol)))
                .toList();
    }

    private PositionComparison compare(Symbol symbol, NetQuantity ours, NetQuantity brokers) {
        boolean less = brokers.value().compareTo(ours.value()) < 0;
        return new PositionComparison(
                symbol, ours, brokers, less ? awaitedFees.most(symbol) : Quantity.ZERO);
    }
}
