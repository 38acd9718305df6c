package dev.lockstep.app.cli.strategy;

import dev.lockstep.app.view.StrategyBody;
import dev.lockstep.app.view.StrategyView.Measured;
import java.util.List;

/**
 * All strategies in JSON.
 *
 * @param strategies the strategies, by name
 */
record StrategyListBody(List<StrategyBody> strategies) {
    /** Returns the fields of strategies. */
    static StrategyListBody of(List<Measured> strategies) {
        return new StrategyListBody(strategies.stream().map(StrategyBody::of).toList());
    }
}
