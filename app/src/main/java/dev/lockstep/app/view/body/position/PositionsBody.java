package dev.lockstep.app.view.body.position;

import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All positions.
 *
 * @param positions the local positions and those at the broker, by symbol
 * @param unreadable the positions at the broker that cannot be read
 */
public record PositionsBody(List<PositionBody> positions, List<UnreadableBody> unreadable) {
    /**
     * Returns the fields of positions.
     *
     * @param lines the comparison of both sides
     * @param adjusted the part of a local position that comes from adjustments
     * @param atBroker the positions at the broker
     */
    public static PositionsBody of(
            FetchedList<PositionComparison> lines,
            Function<Symbol, NetQuantity> adjusted,
            FetchedList<Position> atBroker) {
        Map<Symbol, Position> bySymbol =
                atBroker.items().stream()
                        .collect(Collectors.toMap(Position::symbol, each -> each, (one, _) -> one));
        return new PositionsBody(
                lines.items().stream()
                        .map(line ->
                                PositionBody.of(
                                        line,
                                        adjusted.apply(line.symbol()),
                                        bySymbol.get(line.symbol())))
                        .toList(),
                UnreadableBody.of(atBroker.unreadable()));
    }
}
