package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.Side;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Decides whether an order opens a position by every position that its sender may have known: an
 * order that would have reduced one of the last two minutes does not. A reversal is sent because
 * nothing is held, so that only the position at that moment counts.
 */
final class Openings {
    /** Everything that is older is known. */
    static final Duration POSITION_KNOWN = Duration.ofMinutes(2);

    private final MarketPlace market;
    private final VirtualTime time;
    private final LimitScope scope;

    Openings(MarketPlace market, VirtualTime time, LimitScope scope) {
        this.market = market;
        this.time = time;
        this.scope = scope;
    }

    boolean opens(Order order) {
        boolean buys = order.terms().side() == Side.BUY;
        String symbol = order.terms().symbol().value();
        BigDecimal held = scope.held(symbol);
        boolean opens = order.parent() == null && opens(buys, held);
        if (Kind.REVERSAL.of(order)) {
            return opens;
        }
        for (ObservedExecution each : market.executions().reversed()) {
            if (time.nanos() - each.atNanos() > POSITION_KNOWN.toNanos()) {
                return opens;
            }
            if (each.symbol().equals(symbol) && scope.traded(each)) {
                held = held.subtract(each.signedQty());
                opens &= opens(buys, held);
            }
        }
        return opens;
    }

    private static boolean opens(boolean buys, BigDecimal held) {
        return buys ? held.signum() >= 0 : held.signum() <= 0;
    }
}
