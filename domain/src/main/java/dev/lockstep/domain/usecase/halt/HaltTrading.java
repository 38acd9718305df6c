package dev.lockstep.domain.usecase.halt;

import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.sync.SyncOrders;

/**
 * The kill switch in three steps of force: no new risk, then no open orders, then no positions.
 * Each may be repeated, by any process, and does no harm; the first is in force before anything is
 * asked of the broker.
 */
public final class HaltTrading {
    private static final CancelScope EVERY_ORDER = new CancelScope(null, null, true);

    private final ControlRisk controlRisk;
    private final CancelAll cancelAll;
    private final Flatten flatten;

    /**
     * Builds the use case.
     *
     * @param closePosition closes the positions
     * @param syncOrders resolves the orders that held the shares
     */
    public HaltTrading(
            ControlRisk controlRisk,
            OrderRepository repository,
            Broker broker,
            CancelAll cancelAll,
            ClosePosition closePosition,
            SyncOrders syncOrders) {
        this.controlRisk = controlRisk;
        this.cancelAll = cancelAll;
        this.flatten =
                new Flatten(repository, broker, closePosition, syncOrders, cancelAll.cancelOrder());
    }

    /** Stops all new risk, in every process, from the moment at which this returns. */
    public RiskRules halt(String who, String why) {
        return controlRisk.halt(who, why);
    }

    /** Requests the cancel of every open order of the account, external ones included. */
    public CancelAllResult cancelAll() {
        return cancelAll.cancelAll(EVERY_ORDER);
    }

    /** Requests the cancel of every external order: the trading loop pursues it. */
    public RiskRules requestCancelExternal(String who, String why) {
        return controlRisk.requestCancelExternal(who, why);
    }

    /** Requests that every position is closed: the trading loop pursues it until none is left. */
    public RiskRules requestFlatten(String who, String why) {
        return controlRisk.requestFlatten(who, why);
    }

    /**
     * Runs one pass of closing every position; only while trading is restricted. A pass that finds
     * the account flat ends the request.
     */
    public Flattening flatten() {
        Flattening pass = flatten.pass(controlRisk.rules());
        if (pass instanceof Flattening.Passed passed
                && passed.flat()
                && controlRisk.flattenRequest().isPresent()) {
            controlRisk.lift(Restriction.FLATTEN, "no position and no order is left");
        }
        return pass;
    }
}
