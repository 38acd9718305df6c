package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.platform.BrokerUseCases;
import dev.lockstep.app.platform.DisplayUseCases;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.reconcile.ComparePositions;
import dev.lockstep.domain.usecase.reconcile.Reconcile;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.reverse.ReversePosition;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.util.random.RandomGenerator;

/** Binds the use cases to their ports. */
final class UseCaseModule extends AbstractModule {
    @Provides
    @Singleton
    OrderIds ids(InstanceTag tag, PlatformClock clock, RandomGenerator random) {
        return new TimeOrderedIds(tag, clock, random);
    }

    @Provides
    @Singleton
    MarketWatch marketWatch(Broker broker, MarketData market, PlatformClock clock) {
        return new MarketWatch(broker, market, clock);
    }

    @Provides
    @Singleton
    SubmitOrder submitOrder(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        return new SubmitOrder(repository, broker, ids, clock, watch, assets);
    }

    @Provides
    @Singleton
    ReplaceOrder replaceOrder(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        return new ReplaceOrder(repository, broker, ids, clock, watch, assets);
    }

    @Provides
    @Singleton
    HaltTrading haltTrading(
            ControlRisk controlRisk,
            OrderRepository repository,
            Broker broker,
            CancelAll cancelAll,
            ClosePosition closePosition,
            SyncOrders syncOrders) {
        return new HaltTrading(
                controlRisk, repository, broker, cancelAll, closePosition, syncOrders);
    }

    @Provides
    @Singleton
    CancelOrder cancelOrder(OrderRepository repository, Broker broker, PlatformClock clock) {
        return new CancelOrder(repository, broker, clock);
    }

    @Provides
    @Singleton
    ClosePosition closePosition(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        return new ClosePosition(repository, broker, ids, clock);
    }

    @Provides
    @Singleton
    ReversePosition reversePosition(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        return new ReversePosition(repository, broker, ids, clock, watch, assets);
    }

    @Provides
    @Singleton
    CancelAll cancelAll(OrderRepository repository, Broker broker, PlatformClock clock) {
        return new CancelAll(repository, broker, clock);
    }

    @Provides
    @Singleton
    SyncOrders syncOrders(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        return new SyncOrders(repository, broker, ids, clock);
    }

    @Provides
    @Singleton
    ResolveUnknown resolveUnknown(
            OrderRepository repository,
            RiskControl riskControl,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            Timings timings) {
        return new ResolveUnknown(
                repository,
                riskControl,
                broker,
                ids,
                clock,
                new RecoveryPolicy(timings.grace(), timings.intentTtl()));
    }

    @Provides
    @Singleton
    Recovery recovery(
            ResolveUnknown resolveUnknown, Timings timings, PlatformClock clock, Pause pause) {
        return new Recovery(resolveUnknown, timings, clock, pause);
    }

    @Provides
    @Singleton
    ComparePositions comparePositions(
            OrderRepository repository, Fills fills, Broker broker, PlatformClock clock) {
        return new ComparePositions(repository, fills, broker, clock);
    }

    @Provides
    @Singleton
    Reconcile reconcile(OrderRepository repository, Broker broker, InstanceTag tag) {
        return new Reconcile(repository, broker, tag);
    }

    @Provides
    @Singleton
    TradingPlatform platform(
            StoreUseCases book,
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
            BrokerUseCases floor,
            HaltTrading haltTrading,
            DisplayUseCases window) {
        return new TradingPlatform(
                book,
                broker,
                submitOrder,
                replaceOrder,
                cancelOrder,
                cancelAll,
                closePosition,
                reversePosition,
                syncOrders,
                resolveUnknown,
                recovery,
                comparePositions,
                reconcile,
                floor,
                haltTrading,
                window);
    }
}
