package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.app.config.Pause;
import dev.lockstep.app.config.Timings;
import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.domain.port.AccountHistory;
import dev.lockstep.domain.port.Assets;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.BrokerLink;
import dev.lockstep.domain.port.ExecutionReports;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.domain.port.Incidents;
import dev.lockstep.domain.port.LoopReports;
import dev.lockstep.domain.port.MarketData;
import dev.lockstep.domain.port.OrderFeed;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.RiskControl;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.domain.port.TradingBrake;
import dev.lockstep.domain.port.TradingLease;
import dev.lockstep.domain.usecase.AdoptOrder;
import dev.lockstep.domain.usecase.CheckOrder;
import dev.lockstep.domain.usecase.ControlRisk;
import dev.lockstep.domain.usecase.ExternalOrders;
import dev.lockstep.domain.usecase.FetchFills;
import dev.lockstep.domain.usecase.HoldingsByStrategy;
import dev.lockstep.domain.usecase.LoopSchedule;
import dev.lockstep.domain.usecase.MarketWatch;
import dev.lockstep.domain.usecase.MeasureProfit;
import dev.lockstep.domain.usecase.RecoveryPolicy;
import dev.lockstep.domain.usecase.ReleaseWaiting;
import dev.lockstep.domain.usecase.SettleChanges;
import dev.lockstep.domain.usecase.SubmitExit;
import dev.lockstep.domain.usecase.adjust.FetchAdjustments;

/** Binds what goes on beside the orders that are submitted here. */
final class FloorModule extends AbstractModule {
    @Provides
    @Singleton
    TradingBrake brake(ControlRisk controlRisk) {
        return controlRisk;
    }

    @Provides
    @Singleton
    LoopParts loopParts(
            TradingLease lease,
            Incidents incidents,
            LoopReports loopReports,
            TradingBrake brake,
            RiskControl riskControl,
            Broker broker,
            AccountHistory history,
            ExecutionReports stream,
            OrderIds ids,
            StoreInspection inspection,
            LoopSchedule schedule,
            Timings timings,
            PlatformClock clock,
            Pause pause) {
        return new LoopParts(
                lease,
                incidents,
                loopReports,
                brake,
                riskControl,
                broker,
                history,
                stream,
                ids,
                inspection,
                schedule,
                new RecoveryPolicy(timings.grace(), timings.intentTtl()),
                timings,
                clock,
                pause);
    }

    @Provides
    @Singleton
    CheckOrder checkOrder(
            RiskControl riskControl,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        return new CheckOrder(riskControl, ids, clock, watch, assets);
    }

    @Provides
    @Singleton
    Window window(
            OrderFeed feed,
            BrokerLink link,
            MarketData marketData,
            CheckOrder checkOrder,
            AccountHistory history,
            OrderRepository repository) {
        return new Window(
                feed, link, marketData, checkOrder, history, new MeasureProfit(repository));
    }

    @Provides
    @Singleton
    Floor floor(
            LoopParts loopParts,
            OrderRepository repository,
            Fills fills,
            Incidents incidents,
            AccountHistory history,
            Broker broker,
            OrderIds ids,
            PlatformClock clock) {
        return new Floor(
                loopParts,
                new ExternalOrders(repository, broker),
                new AdoptOrder(repository, broker, ids, clock),
                new SubmitExit(repository, ids, clock),
                new ReleaseWaiting(repository, broker, ids, clock),
                new FetchFills(repository, fills, history, incidents, clock),
                new FetchAdjustments(repository, fills, history, clock),
                new HoldingsByStrategy(repository),
                new SettleChanges(
                        repository,
                        broker,
                        clock,
                        loopParts.schedule().cancelAgainAfter(),
                        loopParts.schedule().inFlightAfter()));
    }
}
