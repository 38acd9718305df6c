package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.app.platform.BrokerUseCases;
import dev.lockstep.app.platform.DisplayUseCases;
import dev.lockstep.app.recovery.BrokerVerification;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TradingRestrictor;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.domain.usecase.adjust.FetchAdjustments;
import dev.lockstep.domain.usecase.cancel.ResolvePendingChanges;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.exit.TriggerHeldOrders;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.CheckOrder;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.query.SearchAssets;
import dev.lockstep.domain.usecase.report.MakeStatement;
import dev.lockstep.domain.usecase.report.MeasureProfit;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.usecase.sync.ExternalOrders;

/** Binds the use cases of the trading loop and external orders. */
final class BrokerUseCaseModule extends AbstractModule {
    @Provides
    @Singleton
    TradingRestrictor restrictor(ControlRisk controlRisk) {
        return controlRisk;
    }

    @Provides
    @Singleton
    LoopParts loopParts(
            TradingLease lease,
            OrderFeed feed,
            Incidents incidents,
            LoopReports loopReports,
            TradingRestrictor restrictor,
            RiskControl riskControl,
            Broker broker,
            AccountHistory history,
            ExecutionReports stream,
            MarketData market,
            Assets assets,
            OrderIds ids,
            StoreInspection inspection,
            LoopSchedule schedule,
            Timings timings,
            PlatformClock clock,
            Pause pause) {
        return new LoopParts(
                lease,
                feed,
                incidents,
                loopReports,
                restrictor,
                riskControl,
                broker,
                history,
                stream,
                market,
                assets,
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
    DisplayUseCases window(
            OrderFeed feed,
            BrokerLink link,
            MarketData marketData,
            Assets assets,
            CheckOrder checkOrder,
            AccountHistory history,
            OrderRepository repository,
            Broker broker,
            Fills fills,
            PlatformClock clock,
            VenueReads venueReads,
            VenueStreams venueStreams) {
        return new DisplayUseCases(
                feed,
                link,
                marketData,
                new SearchAssets(assets),
                checkOrder,
                history,
                new MeasureProfit(repository),
                new MakeStatement(
                        history, broker, marketData, fills, repository.adjustments(), clock),
                venueReads,
                venueStreams);
    }

    @Provides
    @Singleton
    BrokerUseCases floor(
            LoopParts loopParts,
            OrderRepository repository,
            Fills fills,
            Incidents incidents,
            AccountHistory history,
            Broker broker,
            OrderIds ids,
            PlatformClock clock) {
        return new BrokerUseCases(
                loopParts,
                new ExternalOrders(repository, broker),
                new AdoptOrder(repository, broker, ids, clock),
                new SubmitContingentExit(repository, ids, clock, broker.venue()),
                new TriggerHeldOrders(repository, broker, ids, clock),
                new FetchFills(repository, fills, history, incidents, clock),
                new FetchAdjustments(repository, fills, history, clock),
                new HoldingsByStrategy(repository),
                new ResolvePendingChanges(
                        repository,
                        broker,
                        clock,
                        loopParts.schedule().cancelAgainAfter(),
                        loopParts.schedule().inFlightAfter()),
                new BrokerVerification(
                        repository, broker, ids, clock, loopParts.timings(), loopParts.pause()));
    }
}
