package dev.lockstep.app.platform;

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
import dev.lockstep.domain.usecase.reverse.ReversePosition;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;

/**
 * The whole platform on one data folder.
 *
 * @param storeUseCases the use cases that need no broker
 * @param broker the broker
 * @param submitOrder submits orders
 * @param replaceOrder replaces orders
 * @param cancelOrder cancels orders
 * @param cancelAll cancels all open orders
 * @param closePosition closes positions
 * @param reversePosition reverses positions
 * @param syncOrders syncs the orders
 * @param resolveUnknown looks unanswered orders up once
 * @param recovery looks unanswered orders up until they are resolved
 * @param comparePositions compares positions
 * @param reconcile compares all orders
 * @param brokerUseCases the use cases of the trading loop
 * @param haltTrading stops trading, cancels everything, closes everything
 * @param display the use cases for display
 */
public record TradingPlatform(
        StoreUseCases storeUseCases,
        Broker broker,
        SubmitOrder submitOrder,
        ReplaceOrder replaceOrder,
        CancelOrder cancelOrder,
        CancelAll cancelAll,
        ClosePosition closePosition,
        ReversePosition reversePosition,
        SyncOrders syncOrders,
        ResolveUnknown resolveUnknown,
        Recovery recovery,
        ComparePositions comparePositions,
        Reconcile reconcile,
        BrokerUseCases brokerUseCases,
        HaltTrading haltTrading,
        DisplayUseCases display)
        implements AutoCloseable {
    /** Returns the orders. */
    public OrderRepository repository() {
        return storeUseCases.repository();
    }

    /** Returns the limits, and what may be sent. */
    public ControlRisk controlRisk() {
        return storeUseCases.controlRisk();
    }

    /** Returns the inspection of the store. */
    public StoreInspection inspection() {
        return storeUseCases.inspection();
    }

    @Override
    public void close() {
        storeUseCases.close();
    }
}
