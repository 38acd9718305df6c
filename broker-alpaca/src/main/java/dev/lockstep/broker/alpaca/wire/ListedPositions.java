package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.position.Position;
import java.util.List;

/**
 * A list of positions.
 *
 * @param positions those in instruments that we can express
 * @param others the symbols of the rest, mostly options
 */
public record ListedPositions(List<Position> positions, List<String> others) {
    public ListedPositions {
        positions = List.copyOf(positions);
        others = List.copyOf(others);
    }
}
