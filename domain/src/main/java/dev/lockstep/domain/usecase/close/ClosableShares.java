package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.StrategyHoldings;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;

/**
 * The quantity that an exit may trade: the whole position, or, for a strategy, its part that no
 * other strategy needs.
 */
public final class ClosableShares {
    private final HoldingsByStrategy holdings;

    public ClosableShares(OrderRepository repository) {
        this.holdings = new HoldingsByStrategy(repository);
    }

    /** Returns the quantity that this exit may close: at most the part of its strategy. */
    public Quantity of(NewOrder exit, PositionSnapshot snapshot) {
        Quantity there = snapshot.closable(exit);
        StrategyId strategy = exit.strategy();
        return strategy == null ? there : own(exit, strategy, there);
    }

    private Quantity own(NewOrder exit, StrategyId strategy, Quantity there) {
        StrategyHoldings held = holdings.of(exit.symbol());
        NetQuantity mine = held.of(strategy);
        Side exitSide = mine.value().signum() > 0 ? Side.SELL : Side.BUY;
        return mine.flat() || exitSide != exit.side()
                ? Quantity.ZERO
                : new Quantity(mine.value().abs()).min(there.less(held.besides(strategy)));
    }
}
