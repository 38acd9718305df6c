package dev.lockstep.app.wiring;

import com.google.inject.Injector;
import com.google.inject.Module;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.StoreMove;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.broker.alpaca.AlpacaModule;
import dev.lockstep.broker.alpaca.ApiSecret;
import dev.lockstep.broker.alpaca.connection.TimeOuts;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerLink;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.imports.LegacyBooks;
import dev.lockstep.imports.ba2.Ba2Books;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sqlite.connection.NativeLibrary;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Wires the platform, once per command. */
public final class GuicePlatformFactory implements PlatformFactory {
    private final ProcessEnvironment processEnvironment;
    private final StoreModules storeModules;

    /** Creates a factory of a process. */
    public GuicePlatformFactory(ProcessEnvironment processEnvironment) {
        this.processEnvironment = processEnvironment;
        this.storeModules = new StoreModules(processEnvironment);
    }

    @Override
    public StoreUseCases store(Settings settings) {
        settings.requireStore();
        return usable(settings, storedBefore(settings)).getInstance(StoreUseCases.class);
    }

    @Override
    public StoreUseCases newStore(Settings settings) {
        settings.folder().made();
        return usable(settings, stored(settings, StoreMetrics.NONE, storeModules.created(settings)))
                .getInstance(StoreUseCases.class);
    }

    @Override
    public StoreMove copy(Settings from, Settings to) {
        StoreNote note = new StoreNote(to.folder());
        note.requireOneOf(StoreModules.serverOf(from), StoreModules.serverOf(to));
        from.requireStore();
        to.folder().made();
        StoreMove moved =
                new StoreMover(
                                () -> existingStore(from),
                                () -> orderStore(to),
                                StoreModules.placeOf(from),
                                StoreModules.placeOf(to),
                                processEnvironment.clock())
                        .move();
        if (moved instanceof StoreMove.Complete) {
            StoreModules.serverOf(to).ifPresentOrElse(note::note, note::remove);
        }
        return moved;
    }

    private OrderStore orderStore(Settings settings) {
        return Injectors.of(List.of(processEnvironment(settings), storeModules.created(settings)))
                .getInstance(OrderStore.class);
    }

    private OrderStore existingStore(Settings settings) {
        return Injectors.of(List.of(processEnvironment(settings), storeModules.existing(settings)))
                .getInstance(OrderStore.class);
    }

    @Override
    public LegacyBooks legacyBooks() {
        NativeLibrary.load(List.of(storeModules.nativeCache()));
        return new Ba2Books();
    }

    @Override
    public StressBook stressBook(Settings settings, Duration longest) {
        return Injectors.of(
                        List.of(
                                processEnvironment(settings),
                                storeModules.file(settings, longest),
                                new StressModule()))
                .getInstance(StressBook.class);
    }

    @Override
    public TradingPlatform platform(Settings settings) throws InterruptedException {
        settings.requireStore();
        return platform(settings, StoreMetrics.NONE, storeModules.existing(settings));
    }

    @Override
    public TradingPlatform newPlatform(Settings settings, StoreMetrics metrics)
            throws InterruptedException {
        return platform(settings, metrics, storeModules.created(settings));
    }

    private TradingPlatform platform(Settings settings, StoreMetrics metrics, Module database)
            throws InterruptedException {
        return settings.address().isPresent()
                ? platformAt(settings, settings.address().get(), metrics, database)
                : platformAtOwnSimulator(settings, metrics, database);
    }

    @Override
    public Optional<BrokerAccess> runningBroker(Settings settings) {
        String name = settings.address().map(URI::toString).orElse(FolderBinding.OWN_SIMULATOR);
        FolderBinding.requireFor(settings.folder(), settings.mode(), name);
        return settings.address()
                .or(() -> simulator(settings).running())
                .map(address -> access(settings, address));
    }

    @Override
    public BrokerAccess broker(Settings settings) throws InterruptedException {
        Optional<BrokerAccess> running = runningBroker(settings);
        if (running.isPresent()) {
            return running.get();
        }
        new FolderBinding(TradingMode.SIM, FolderBinding.OWN_SIMULATOR, "").bind(settings.folder());
        return access(settings, simulator(settings).address());
    }

    private BrokerAccess access(Settings settings, URI address) {
        Injector injector =
                Injectors.of(List.of(processEnvironment(settings), alpaca(settings, address)));
        return new BrokerAccess(
                address,
                injector.getInstance(Broker.class),
                injector.getInstance(BrokerLink.class),
                injector.getInstance(MarketData.class),
                injector.getInstance(Assets.class),
                injector.getInstance(TradingCalendar.class));
    }

    @Override
    public Optional<LoopReport> lastLoopReport(Settings settings) {
        if (!settings.hasStore()) {
            return Optional.empty();
        }
        Injector injector = usable(settings, storedBefore(settings));
        try (StoreUseCases _ = injector.getInstance(StoreUseCases.class)) {
            return injector.getInstance(LoopReports.class).last();
        }
    }

    @Override
    public OwnSimulator simulator(Settings settings) {
        return new OwnSimulator(
                processEnvironment.program(),
                settings.folder().exchange(),
                address -> answers(settings, address),
                processEnvironment.clock(),
                processEnvironment.pause());
    }

    private TradingPlatform platformAtOwnSimulator(
            Settings settings, StoreMetrics metrics, Module database) throws InterruptedException {
        settings.folder().requireWritable();
        AccountBinding account = AccountBinding.ownSimulator(settings.folder());
        requireStoreOf(settings, account, database);
        account.binding().bind(settings.folder());
        URI address = simulator(settings).address();
        return bound(settings, wired(settings, address, metrics, database), _ -> account);
    }

    /** Refuses the store of a command before a new folder is bound and its simulator started. */
    private void requireStoreOf(Settings settings, AccountBinding account, Module database) {
        new StoreNote(settings.folder()).require(StoreModules.serverOf(settings));
        if (StoreModules.serverOf(settings).isPresent()
                && FolderBinding.read(settings.folder()).isEmpty()) {
            try (OrderStore store =
                    Injectors.withStore(List.of(processEnvironment(settings), database))
                            .getInstance(OrderStore.class)) {
                account.require(store);
            }
        }
    }

    private TradingPlatform platformAt(
            Settings settings, URI address, StoreMetrics metrics, Module database) {
        FolderBinding.requireFor(settings.folder(), settings.mode(), address.toString());
        settings.folder().made();
        return bound(
                settings,
                wired(settings, address, metrics, database),
                platform ->
                        AccountBinding.of(
                                settings.folder(),
                                new FolderBinding(
                                        settings.mode(),
                                        address.toString(),
                                        accountNumber(platform))));
    }

    /** Returns the platform if its orders belong to this account, which they do from now on. */
    private static TradingPlatform bound(
            Settings settings,
            Injector injector,
            Function<TradingPlatform, AccountBinding> account) {
        TradingPlatform platform = injector.getInstance(TradingPlatform.class);
        try {
            account.apply(platform).bind(injector.getInstance(OrderStore.class));
            noteStore(settings);
        } catch (RuntimeException refused) {
            platform.close();
            throw refused;
        }
        return platform;
    }

    private static String accountNumber(TradingPlatform tradingPlatform) {
        return switch (tradingPlatform.broker().account()) {
            case FetchResult.Complete<Account> complete -> complete.value().accountNumber();
            case FetchResult.Failed<Account> failed ->
                    throw new CommandEnd(ExitCode.BROKER, failed.fault().text());
        };
    }

    private Injector wired(Settings settings, URI address, StoreMetrics metrics, Module database) {
        List<Module> modules = new ArrayList<>(stored(settings, metrics, database));
        modules.add(alpaca(settings, address));
        modules.add(new UseCaseModule());
        modules.add(new BrokerUseCaseModule());
        return Injectors.withStore(modules);
    }

    /** Returns the modules of a store that is not created where it is absent. */
    private List<Module> storedBefore(Settings settings) {
        return stored(settings, StoreMetrics.NONE, storeModules.existing(settings));
    }

    private List<Module> stored(Settings settings, StoreMetrics metrics, Module database) {
        new StoreNote(settings.folder()).require(StoreModules.serverOf(settings));
        return List.of(
                processEnvironment(settings),
                database,
                new MetricsModule(metrics),
                new StoreUseCaseModule());
    }

    private Module processEnvironment(Settings settings) {
        return new EnvironmentModule(processEnvironment, settings.tuning());
    }

    /** Returns whether the broker answers one simple request; a failure is not retried here. */
    private boolean answers(Settings settings, URI address) {
        Broker broker =
                Injectors.of(List.of(processEnvironment(settings), alpaca(settings, address)))
                        .getInstance(Broker.class);
        return broker.clock() instanceof FetchResult.Complete;
    }

    private static AlpacaModule alpaca(Settings settings, URI address) {
        AlpacaConfig config =
                AlpacaConfig.at(
                        address, settings.keys().keyId(), new ApiSecret(settings.keys().secret()));
        return new AlpacaModule(
                config.with(TimeOuts.of(settings.timings().callTimeout()))
                        .withRequestsPerMinute(settings.tuning().rateBudget()));
    }

    /** Opens a store for use; only one that could be opened is noted in the folder. */
    private static Injector usable(Settings settings, List<Module> modules) {
        Injector injector = Injectors.withStore(modules);
        try {
            noteStore(settings);
        } catch (CommandEnd refused) {
            injector.getInstance(OrderStore.class).close();
            throw refused;
        }
        return injector;
    }

    private static void noteStore(Settings settings) {
        StoreModules.serverOf(settings).ifPresent(new StoreNote(settings.folder())::noteFirst);
    }
}
