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
import dev.lockstep.domain.port.legacy.LegacyBooks;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sqlite.Ba2Module;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Opens the platform, or the part of it that a command needs, on a data folder. */
public final class PlatformFactory {
    private final ProcessEnvironment surroundings;
    private final StoreMetrics metrics;

    /** Creates a factory without metrics of the store. */
    public PlatformFactory(ProcessEnvironment surroundings) {
        this(surroundings, StoreMetrics.NONE);
    }

    /**
     * Opens in these surroundings.
     *
     * @param metrics where the store reports
     */
    public PlatformFactory(ProcessEnvironment surroundings, StoreMetrics metrics) {
        this.surroundings = surroundings;
        this.metrics = metrics;
    }

    /** Returns the orders alone; the folder must have some. */
    public StoreUseCases book(Settings settings) {
        settings.folder().requireDatabase();
        return injector(stored(settings)).getInstance(StoreUseCases.class);
    }

    /** Returns the orders alone; a folder that has none gets a database without any. */
    public StoreUseCases newBook(Settings settings) {
        settings.folder().made();
        return injector(stored(settings)).getInstance(StoreUseCases.class);
    }

    /** Opens the books of another platform. */
    public LegacyBooks legacyBooks() {
        return injector(List.of(new Ba2Module(List.of(nativeCache()))))
                .getInstance(LegacyBooks.class);
    }

    /**
     * Opens the orders of a stress test, created if absent.
     *
     * @param longest the longest duration of a call
     */
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

    /**
     * Returns the whole platform. A new folder is bound to the broker's account; a folder that is
     * bound to another one is refused before anything is asked about or sent.
     */
    public TradingPlatform platform(Settings settings) throws InterruptedException {
        return settings.address().isPresent()
                ? deskAt(settings, settings.address().get())
                : deskAtOwnSimulator(settings);
    }

    /**
     * Opens the connection to the broker, for reading; empty if the folder's own simulator does not
     * run.
     */
    public Optional<BrokerAccess> line(Settings settings) {
        String name = settings.address().map(URI::toString).orElse(FolderBinding.OWN_SIMULATOR);
        FolderBinding.requireFor(settings.folder(), settings.mode(), name);
        return settings.address()
                .or(() -> simulator(settings).running())
                .map(address -> line(settings, address));
    }

    /** The broker without the orders; the folder's own simulator is started if it does not run. */
    public BrokerAccess broker(Settings settings) throws InterruptedException {
        Optional<BrokerAccess> running = line(settings);
        if (running.isPresent()) {
            return running.get();
        }
        new FolderBinding(TradingMode.SIM, FolderBinding.OWN_SIMULATOR, "").bind(settings.folder());
        return line(settings, simulator(settings).address());
    }

    private BrokerAccess line(Settings settings, URI address) {
        Injector injector = injector(List.of(surroundings(settings), alpaca(settings, address)));
        return new BrokerAccess(
                address,
                injector.getInstance(Broker.class),
                injector.getInstance(BrokerLink.class),
                injector.getInstance(MarketData.class),
                injector.getInstance(Assets.class),
                injector.getInstance(TradingCalendar.class));
    }

    /** Returns the last report of the trading loop of any process, if any. */
    public Optional<LoopReport> lastLoopReport(Settings settings) {
        if (!Files.exists(settings.folder().database())) {
            return Optional.empty();
        }
        Injector injector = injector(stored(settings));
        try (StoreUseCases _ = injector.getInstance(StoreUseCases.class)) {
            return injector.getInstance(LoopReports.class).last();
        }
    }

    /** Returns the simulator that belongs to the folder. */
    public OwnSimulator simulator(Settings settings) {
        return new OwnSimulator(
                surroundings.program(),
                settings.folder().exchange(),
                address -> answers(settings, address),
                surroundings.clock(),
                surroundings.pause());
    }

    private TradingPlatform deskAtOwnSimulator(Settings settings) throws InterruptedException {
        new FolderBinding(TradingMode.SIM, FolderBinding.OWN_SIMULATOR, "").bind(settings.folder());
        URI address = simulator(settings).address();
        return wired(settings, address);
    }

    private TradingPlatform deskAt(Settings settings, URI address) {
        FolderBinding.requireFor(settings.folder(), settings.mode(), address.toString());
        settings.folder().made();
        TradingPlatform tradingPlatform = wired(settings, address);
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

    private TradingPlatform wired(Settings settings, URI address) {
        List<Module> modules = new ArrayList<>(stored(settings));
        modules.add(alpaca(settings, address));
        modules.add(new UseCaseModule());
        modules.add(new BrokerUseCaseModule());
        return injector(modules).getInstance(TradingPlatform.class);
    }

    private List<Module> stored(Settings settings) {
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
