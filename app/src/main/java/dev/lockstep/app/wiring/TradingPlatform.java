package dev.lockstep.app.wiring;

import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.reconcile.ComparePositions;
import dev.lockstep.domain.usecase.reconcile.Reconcile;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;

/**
 * The whole platform on one data folder: the orders, the broker, and what can be done with them.
 *
 * @param book the orders
 * @param broker the broker
 * @param submitOrder sends orders
 * @param replaceOrder replaces orders
 * @param cancelOrder cancels orders
 * @param cancelAll cancels all open orders
 * @param closePosition closes positions
 * @param syncOrders brings the orders in step with the broker's
 * @param resolveUnknown asks once about unanswered orders
 * @param recovery asks about unanswered orders until it is known
 * @param comparePositions compares positions
 * @param reconcile compares all orders
 * @param floor what goes on beside the orders that are submitted here
 * @param haltTrading stops trading, cancels everything, closes everything
 * @param window what those look at who show all this
 */
public record TradingPlatform(
        StoreUseCases book,
        Broker broker,
        SubmitOrder submitOrder,
        ReplaceOrder replaceOrder,
        CancelOrder cancelOrder,
        CancelAll cancelAll,
        ClosePosition closePosition,
        SyncOrders syncOrders,
        ResolveUnknown resolveUnknown,
        Recovery recovery,
        ComparePositions comparePositions,
        Reconcile reconcile,
        BrokerUseCases floor,
        HaltTrading haltTrading,
        PreTradeUseCases window)
        implements AutoCloseable {
    /** The orders. */
    public OrderRepository repository() {
        return book.repository();
    }

    /** The limits, and what may be sent. */
    public ControlRisk controlRisk() {
        return book.controlRisk();
    }

    /** A look at the store itself. */
    public StoreInspection inspection() {
        return book.inspection();
    }

    @Override
    public void close() {
        book.close();
    }
}
