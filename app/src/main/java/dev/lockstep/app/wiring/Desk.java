package dev.lockstep.app.wiring;

import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.domain.usecase.CancelAll;
import dev.lockstep.domain.usecase.CancelOrder;
import dev.lockstep.domain.usecase.ClosePosition;
import dev.lockstep.domain.usecase.ComparePositions;
import dev.lockstep.domain.usecase.ControlRisk;
import dev.lockstep.domain.usecase.HaltTrading;
import dev.lockstep.domain.usecase.Reconcile;
import dev.lockstep.domain.usecase.ReplaceOrder;
import dev.lockstep.domain.usecase.ResolveUnknown;
import dev.lockstep.domain.usecase.SubmitOrder;
import dev.lockstep.domain.usecase.SyncOrders;

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
public record Desk(
        Book book,
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
        Floor floor,
        HaltTrading haltTrading,
        Window window)
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
