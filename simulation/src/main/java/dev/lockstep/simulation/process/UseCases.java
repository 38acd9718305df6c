package dev.lockstep.simulation.process;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.reverse.ReversePosition;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;

/**
 * What callers of one process can do.
 *
 * @param submit submits an order
 * @param exit submits an exit that waits for its parent
 * @param cancel cancels an order
 * @param cancelAll cancels many
 * @param replace replaces an order
 * @param close closes positions
 * @param reverse reverses positions
 * @param halt halts and flattens
 * @param risk changes trading state and limits
 * @param adopt makes an external order ours
 * @param resolve asks about unanswered orders
 */
public record UseCases(
        SubmitOrder submit,
        SubmitContingentExit exit,
        CancelOrder cancel,
        CancelAll cancelAll,
        ReplaceOrder replace,
        ClosePosition close,
        ReversePosition reverse,
        HaltTrading halt,
        ControlRisk risk,
        AdoptOrder adopt,
        ResolveUnknown resolve) {
    static UseCases of(
            Stores stores,
            Broker broker,
            MarketWatch watch,
            Assets assets,
            OrderIds ids,
            RecoveryPolicy policy,
            PlatformClock clock) {
        CancelAll cancelAll = new CancelAll(stores.orders(), broker, clock);
        ClosePosition close = new ClosePosition(stores.orders(), broker, ids, clock);
        ControlRisk risk = new ControlRisk(stores.risk(), clock);
        return new UseCases(
                new SubmitOrder(stores.orders(), broker, ids, clock, watch, assets),
                new SubmitContingentExit(stores.orders(), ids, clock, broker.venue()),
                new CancelOrder(stores.orders(), broker, clock),
                cancelAll,
                new ReplaceOrder(stores.orders(), broker, ids, clock, watch, assets),
                close,
                new ReversePosition(stores.orders(), broker, ids, clock, watch, assets),
                new HaltTrading(
                        risk,
                        stores.orders(),
                        broker,
                        cancelAll,
                        close,
                        new SyncOrders(stores.orders(), broker, ids, clock)),
                risk,
                new AdoptOrder(stores.orders(), broker, ids, clock),
                new ResolveUnknown(stores.orders(), stores.risk(), broker, ids, clock, policy));
    }

    static MarketWatch watch(Broker broker, MarketData prices, PlatformClock clock) {
        return new MarketWatch(broker, prices, clock);
    }
}
