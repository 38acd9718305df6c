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
import java.math.RoundingMode;

/**
 * The quantity that an exit may trade: the whole position, or, for a strategy, its part that no
 * other strategy needs. If orders without a strategy have left less than the strategies hold, it is
 * a share of that.
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
        if (mine.flat() || exitSide != exit.side()) {
            return Quantity.ZERO;
        }
        Quantity part = new Quantity(mine.value().abs());
        Quantity others = held.besides(strategy);
        Quantity left = there.less(others);
        return part.min(left.zero() ? share(there, part, others) : left);
    }

    /**
     * Where others hold as much as is there, each may close in proportion, so that not all wait for
     * each other.
     */
    private static Quantity share(Quantity there, Quantity part, Quantity others) {
        int scale = Math.max(0, Math.max(there.value().scale(), part.value().scale()));
        return new Quantity(
                        there.value()
                                .multiply(part.value())
                                .divide(part.plus(others).value(), scale, RoundingMode.UP))
                .min(there);
    }
}
