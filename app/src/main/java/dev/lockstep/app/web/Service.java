package dev.lockstep.app.web;

import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.halt.AwaitAnswers;
import dev.lockstep.app.halt.CloseEverything;
import dev.lockstep.app.platform.KnownStrategies;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.app.web.WebServer.Means;
import dev.lockstep.app.web.WebServer.Platform;
import dev.lockstep.app.web.board.BrokerStateSnapshot;
import dev.lockstep.app.web.board.HealthProbe;
import dev.lockstep.app.web.board.HoldingsSnapshot;
import dev.lockstep.app.web.board.MarketHours;
import dev.lockstep.app.web.board.OrderCounts;
import dev.lockstep.app.web.board.PlatformGauges;
import dev.lockstep.app.web.board.ProfitSnapshot;
import dev.lockstep.app.web.board.StatusSnapshot;
import dev.lockstep.app.web.board.TripReports;
import dev.lockstep.app.web.guard.Authenticator;
import dev.lockstep.app.web.guard.LoginThrottle;
import dev.lockstep.app.web.guard.Sessions;
import dev.lockstep.app.web.live.LiveEvents;
import dev.lockstep.app.web.route.ApiDocument;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.ExternalOrderReads;
import dev.lockstep.app.web.route.HealthRoutes;
import dev.lockstep.app.web.route.IncidentRoutes;
import dev.lockstep.app.web.route.KeyReads;
import dev.lockstep.app.web.route.KillSwitch;
import dev.lockstep.app.web.route.Login;
import dev.lockstep.app.web.route.MaintenanceRoutes;
import dev.lockstep.app.web.route.NotificationRoutes;
import dev.lockstep.app.web.route.OrderReads;
import dev.lockstep.app.web.route.OrderRoutes;
import dev.lockstep.app.web.route.PositionRoutes;
import dev.lockstep.app.web.route.RequestAuthor;
import dev.lockstep.app.web.route.SignInRecord;
import dev.lockstep.app.web.route.SimulatorControl;
import dev.lockstep.app.web.route.SubmitGate;
import dev.lockstep.app.web.route.SystemReads;
import dev.lockstep.app.web.route.TradingStateRoutes;
import dev.lockstep.app.web.route.market.AccountReads;
import dev.lockstep.app.web.route.market.MarketReads;
import dev.lockstep.app.web.route.report.ActivityReads;
import dev.lockstep.app.web.route.report.AdjustmentReads;
import dev.lockstep.app.web.route.report.AuditReads;
import dev.lockstep.app.web.route.report.ExportRoutes;
import dev.lockstep.app.web.route.report.PerformanceReads;
import dev.lockstep.app.web.route.report.StatementReads;
import dev.lockstep.app.web.route.report.StrategyRules;
import dev.lockstep.domain.usecase.report.ListRoundTrips;
import dev.lockstep.domain.usecase.report.MeasureStrategies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.Objects;
import java.util.function.Supplier;

/** All that is served in front of a platform, put together in one place. */
final class Service implements AutoCloseable {
    private final WebConfig config;
    private final Platform platform;
    private final Means means;
    private final Sessions sessions;
    private final Authenticator admission;
    private final StatusSnapshot status;
    private final HealthProbe probe;
    private final LiveEvents live;
    private final SignInRecord signIns;

    Service(WebConfig config, Platform platform, Means means) {
        this.config = config;
        this.platform = platform;
        this.means = means;
        this.sessions = new Sessions(means.random(), means.clock());
        this.admission = new Authenticator(config.token(), sessions);
        TradingPlatform tradingPlatform = platform.tradingPlatform();
        this.signIns = new SignInRecord(tradingPlatform.storeUseCases().signIns(), means.clock());
        OrderCounts counts = new OrderCounts(tradingPlatform.display().feed(), means.clock());
        this.status = statusBoard(counts);
        this.probe = new HealthProbe(status::health, means.clock(), means.background());
        this.live =
                new LiveEvents(
                        new LiveEvents.Sources(
                                tradingPlatform.display().feed(),
                                tradingPlatform.storeUseCases().feedWaits(),
                                tradingPlatform.storeUseCases().incidents(),
                                () -> BodyTree.of(status.body()),
                                () ->
                                        BodyTree.of(
                                                RiskBody.of(tradingPlatform.controlRisk().rules())),
                                config.heartbeat()),
                        means.clock(),
                        means.pause(),
                        means.threads());
        new PlatformGauges(means.meters().registry())
                .show(tradingPlatform, probe, counts, live::clients);
    }

    /** Returns the authenticator. */
    Authenticator admission() {
        return admission;
    }

    /** Returns the record of sign-ins. */
    SignInRecord signIns() {
        return signIns;
    }

    /** Registers all endpoints and returns them. */
    Endpoints register(RoutesConfig routes) {
        WebFailures.register(routes);
        new StaticAssets(config.files(), admission).register(routes);
        Endpoints here =
                new Endpoints(routes, platform.mode() == TradingMode.LIVE, Settings.LIVE_WORDS);
        TradingPlatform tradingPlatform = platform.tradingPlatform();
        RequestAuthor author = new RequestAuthor(platform.who(), admission.needsToken());
        new HealthRoutes(probe, means.meters()).register(here);
        new ApiDocument().register(here);
        new Login(admission, sessions, new LoginThrottle(means.clock()), signIns).register(here);
        new SystemReads(tradingPlatform, status, probe).register(here);
        new IncidentRoutes(
                        tradingPlatform.storeUseCases().incidents(),
                        tradingPlatform.storeUseCases().closeIncident(),
                        author,
                        means.clock())
                .register(here);
        here.raw(HandlerType.GET, "/events", live.stream());
        new OrderReads(tradingPlatform.repository()).register(here);
        new OrderRoutes(tradingPlatform, new SubmitGate(tradingPlatform.recovery())).register(here);
        BrokerStateSnapshot brokerBoard = new BrokerStateSnapshot(tradingPlatform, means.clock());
        new AccountReads(brokerBoard).register(here);
        new MarketReads(brokerBoard, tradingPlatform.display().searchAssets(), means.clock())
                .register(here);
        new ExternalOrderReads(brokerBoard, tradingPlatform.brokerUseCases().adoptOrder())
                .register(here);
        HoldingsSnapshot holdings = new HoldingsSnapshot(tradingPlatform, means.clock());
        new PositionRoutes(
                        holdings,
                        measured(tradingPlatform.display().measureProfit()::measure),
                        tradingPlatform.comparePositions(),
                        tradingPlatform.closePosition(),
                        tradingPlatform.reversePosition(),
                        new KnownStrategies(tradingPlatform.storeUseCases()))
                .register(here);
        MeasureStrategies measure =
                new MeasureStrategies(tradingPlatform.repository(), means.clock());
        ListRoundTrips trips =
                new ListRoundTrips(
                        tradingPlatform.repository(), tradingPlatform.storeUseCases().fills());
        new PerformanceReads(
                        holdings,
                        measure,
                        measured(measure::measure),
                        new TripReports(filter -> measured(() -> trips.list(filter))),
                        new StrategyRules(
                                tradingPlatform.repository(),
                                tradingPlatform.storeUseCases().listStrategies(),
                                means.clock()),
                        means.clock())
                .register(here);
        new ActivityReads(tradingPlatform.display().feed()).register(here);
        new AuditReads(tradingPlatform.storeUseCases().listOperatorActs()).register(here);
        new KeyReads(tradingPlatform.storeUseCases().manageKeys()).register(here);
        new NotificationRoutes(
                        tradingPlatform.storeUseCases().listNotifications(),
                        platform.notifications())
                .register(here);
        new StatementReads(tradingPlatform.display().makeStatement()).register(here);
        new ExportRoutes(tradingPlatform.repository(), tradingPlatform.storeUseCases().fills())
                .register(here);
        new AdjustmentReads(tradingPlatform.repository().adjustments()).register(here);
        new TradingStateRoutes(tradingPlatform.storeUseCases(), author).register(here);
        new KillSwitch(
                        tradingPlatform,
                        new CloseEverything(tradingPlatform, means.clock(), means.pause()),
                        new AwaitAnswers(tradingPlatform.repository(), means.pause()),
                        author)
                .register(here);
        new MaintenanceRoutes(tradingPlatform, platform.folder().backups(), means.clock())
                .register(here);
        new SimulatorControl(platform.ownSimulator(), platform.simulator()).register(here);
        return here;
    }

    @Override
    public void close() {
        live.close();
    }

    private <T> ProfitSnapshot<T> measured(Supplier<T> measuring) {
        TradingPlatform tradingPlatform = platform.tradingPlatform();
        return new ProfitSnapshot<>(
                tradingPlatform.display().feed(),
                tradingPlatform.repository().adjustments(),
                measuring,
                means.clock());
    }

    private StatusSnapshot statusBoard(OrderCounts counts) {
        TradingPlatform tradingPlatform = platform.tradingPlatform();
        return new StatusSnapshot(
                new StatusSnapshot.Identity(
                        platform.mode().word(),
                        platform.owner(),
                        Objects.requireNonNullElse(
                                Service.class.getPackage().getImplementationVersion(), "dev"),
                        config.token().isPresent()),
                tradingPlatform,
                counts,
                new MarketHours(tradingPlatform.broker(), means.clock(), means.background()),
                means.clock());
    }
}
