package dev.lockstep.app.view.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All strategies with their figures.
 *
 * @param strategies the strategies, by name
 * @param fault why the broker could not be asked for prices, null if it could or was not asked
 */
public record StrategiesBody(List<StrategyBody> strategies, @Nullable String fault) {
    public StrategiesBody {
        strategies = List.copyOf(strategies);
    }
}
