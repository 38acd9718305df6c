package dev.lockstep.app.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.app.platform.PlatformFactory;
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
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.LegacyBooks;
import dev.lockstep.imports.ba2.Ba2Books;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import dev.lockstep.persistence.sqlite.connection.NativeLibrary;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Wires the platform, once per command. */
public final class GuicePlatformFactory implements PlatformFactory {
    private final ProcessEnvironment surroundings;

    /** Creates a factory of a process. */
    public GuicePlatformFactory(ProcessEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public StoreUseCases store(Settings settings) {
        settings.folder().requireDatabase();
        return injector(stored(settings, StoreMetrics.NONE)).getInstance(StoreUseCases.class);
    }

    @Override
    public StoreUseCases newStore(Settings settings) {
        settings.folder().made();
        return injector(stored(settings, StoreMetrics.NONE)).getInstance(StoreUseCases.class);
    }

    @Override
    public LegacyBooks legacyBooks() {
        NativeLibrary.load(List.of(nativeCache()));
        return new Ba2Books();
    }

    @Override
    public StressBook stressBook(Settings settings, Duration longest) {
        SqliteConfig config =
                settings.tuning()
                        .store()
                        .at(settings.folder().database())
                        .withNativeFolders(nativeFolders(settings))
                        .withLockDeadline(longest);
        return injector(
                        List.of(
                                surroundings(settings),
                                new SqliteModule(config, surroundings.random()),
                                new StressModule()))
                .getInstance(StressBook.class);
    }

    @Override
    public TradingPlatform platform(Settings settings, StoreMetrics metrics)
            throws InterruptedException {
        return settings.address().isPresent()
                ? platformAt(settings, settings.address().get(), metrics)
                : platformAtOwnSimulator(settings, metrics);
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
        Injector injector = injector(List.of(surroundings(settings), alpaca(settings, address)));
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
        if (!Files.exists(settings.folder().database())) {
            return Optional.empty();
        }
        Injector injector = injector(stored(settings, StoreMetrics.NONE));
        try (StoreUseCases _ = injector.getInstance(StoreUseCases.class)) {
            return injector.getInstance(LoopReports.class).last();
        }
    }

    @Override
    public OwnSimulator simulator(Settings settings) {
        return new OwnSimulator(
                surroundings.program(),
                settings.folder().exchange(),
                address -> answers(settings, address),
                surroundings.clock(),
                surroundings.pause());
    }

    private TradingPlatform platformAtOwnSimulator(Settings settings, StoreMetrics metrics)
            throws InterruptedException {
        new FolderBinding(TradingMode.SIM, FolderBinding.OWN_SIMULATOR, "").bind(settings.folder());
        URI address = simulator(settings).address();
        return wired(settings, address, metrics);
    }

    private TradingPlatform platformAt(Settings settings, URI address, StoreMetrics metrics) {
        FolderBinding.requireFor(settings.folder(), settings.mode(), address.toString());
        settings.folder().made();
        TradingPlatform tradingPlatform = wired(settings, address, metrics);
        try {
            String account = accountNumber(tradingPlatform);
            new FolderBinding(settings.mode(), address.toString(), account).bind(settings.folder());
            return tradingPlatform;
        } catch (RuntimeException refused) {
            tradingPlatform.close();
            throw refused;
        }
    }

    private static String accountNumber(TradingPlatform tradingPlatform) {
        return switch (tradingPlatform.broker().account()) {
            case FetchResult.Complete<Account> complete -> complete.value().accountNumber();
            case FetchResult.Failed<Account> failed ->
                    throw new CommandEnd(ExitCode.BROKER, failed.fault().text());
        };
    }

    private TradingPlatform wired(Settings settings, URI address, StoreMetrics metrics) {
        List<Module> modules = new ArrayList<>(stored(settings, metrics));
        modules.add(alpaca(settings, address));
        modules.add(new UseCaseModule());
        modules.add(new BrokerUseCaseModule());
        return injector(modules).getInstance(TradingPlatform.class);
    }

    private List<Module> stored(Settings settings, StoreMetrics metrics) {
        return List.of(
                surroundings(settings),
                new SqliteModule(
                        settings.tuning()
                                .store()
                                .at(settings.folder().database())
                                .withNativeFolders(nativeFolders(settings)),
                        surroundings.random()),
                new MetricsModule(metrics),
                new StoreUseCaseModule());
    }

    private List<Path> nativeFolders(Settings settings) {
        return List.of(nativeCache(), settings.folder().nativeLibraries());
    }

    private Path nativeCache() {
        return surroundings.cache().resolve("native");
    }

    private Module surroundings(Settings settings) {
        return new EnvironmentModule(surroundings, settings.tuning());
    }

    /** Returns whether the broker answers one simple request; a failure is not retried here. */
    private boolean answers(Settings settings, URI address) {
        Broker broker =
                injector(List.of(surroundings(settings), alpaca(settings, address)))
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

    private static Injector injector(List<Module> modules) {
        try {
            return Guice.createInjector(Stage.PRODUCTION, modules);
        } catch (CreationException failed) {
            throw cause(failed);
        }
    }

    /** Guice reports a store that cannot be opened as a mistake of wiring, which it is not. */
    private static RuntimeException cause(CreationException failed) {
        return failed.getErrorMessages().stream()
                .map(Message::getCause)
                .filter(Objects::nonNull)
                .filter(cause ->
                        cause instanceof RepositoryException
                                || cause instanceof InvalidValueException)
                .map(RuntimeException.class::cast)
                .findFirst()
                .orElse(failed);
    }
}
