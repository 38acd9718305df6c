package dev.lockstep.app.cli.strategy;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.KnownStrategies;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.InvalidValueException;

/** Finds the strategy that a command names. */
public final class NamedStrategy {
    private NamedStrategy() {}

    /**
     * Returns the strategy.
     *
     * @throws CommandEnd with {@link ExitCode#NO} if no order, limit, pause or key has its name
     */
    public static StrategyId required(StoreUseCases store, StrategyId name) {
        try {
            return new KnownStrategies(store).required(name);
        } catch (InvalidValueException unknown) {
            throw new CommandEnd(ExitCode.NO, String.valueOf(unknown.getMessage()), unknown);
        }
    }
}
