package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The hexagon of this repository: its parts, its exceptions and its classes. */
public final class ProductionClasses {
    private static final String BASE = "dev.lockstep";
    private static final Pattern NOT_PRODUCTION =
            Pattern.compile(".*/dev/lockstep/architecture/.*|.*-tests\\.jar!.*");

    private static final String APP = BASE + ".app";
    private static final String STORE = BASE + ".persistence.sqlite";
    private static final String POSTGRES = BASE + ".persistence.postgres";
    private static final String SQL = BASE + ".persistence.sql";
    private static final String BROKER = BASE + ".broker.alpaca";
    private static final String SIMULATION = BASE + ".simulation";
    private static final String GATEWAY = BASE + ".gateway.alpaca";
    private static final String IMPORT = BASE + ".imports";
    private static final String CHANNELS = BASE + ".notifications";
    private static final String HISTORY = BASE + ".history";
    private static final String EXCHANGE = BASE + ".simulator";
    private static final String SERVERS = BASE + ".alpaca";

    private static final List<Permit> PERMITS =
            List.of(
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.HttpServer",
                            "listens for the exchange's requests"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.http.JettyConfig",
                            "configures the listening server"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.http.PatientConnection",
                            "closes an accepted connection whose request takes too long"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.http.ConnectionReset",
                            "resets a connection when a fault plan requires it"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".QueueProbe",
                            "connects to its own server, to learn that it has taken all requests"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            STORE + ".migration",
                            "runs the migrations, the only source of the schema"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            STORE + ".inspection",
                            "reads settings back, which SQLite supports through pragmas only"),
                    new Permit(
                            Act.READS_CLOCK,
                            SQL + ".lock.LockRetry",
                            "waits for another process's lock, which sends no notification"),
                    new Permit(
                            Act.READS_CLOCK,
                            SQL + ".write.SettleCommit",
                            "waits for a server that is away, which sends no notification"),
                    new Permit(
                            Act.READS_CLOCK,
                            BROKER + ".AlpacaModule",
                            "injects the pause between requests"),
                    new Permit(
                            Act.READS_CLOCK,
                            BROKER + ".Alpaca",
                            "injects the real clock for a user without an injector"),
                    new Permit(
                            Act.READS_CLOCK,
                            STORE + ".SqliteStore",
                            "injects the real clock for a user without an injector"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS,
                            STORE + ".SqliteStore",
                            "injects the random numbers of a new database's tag"),
                    new Permit(
                            Act.READS_CLOCK,
                            EXCHANGE + ".SimulatorConfig",
                            "its defaults inject the real clock"),
                    new Permit(
                            Act.READS_CLOCK,
                            EXCHANGE + ".server.venue.FaultInjector",
                            "delays responses when a fault plan requires it"),
                    new Permit(
                            Act.MEASURES_TIME,
                            STORE + ".SqliteDependencies",
                            "injects the nanosecond counter for deadlines"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS,
                            STORE + ".SqliteModule",
                            "injects the random numbers of a new database's tag"),
                    new Permit(
                            Act.STARTS_THREADS,
                            STORE + ".SqliteDependencies",
                            "injects the factory of the database's threads"),
                    new Permit(
                            Act.READS_CLOCK,
                            POSTGRES + ".PostgresStore",
                            "injects the real clock for a user without an injector"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS,
                            POSTGRES + ".PostgresStore",
                            "injects the random numbers of a new schema's tag"),
                    new Permit(
                            Act.MEASURES_TIME,
                            POSTGRES + ".PostgresDependencies",
                            "injects the nanosecond counter for deadlines"),
                    new Permit(
                            Act.STARTS_THREADS,
                            POSTGRES + ".PostgresDependencies",
                            "injects the factory of the database's threads"),
                    new Permit(
                            Act.STARTS_THREADS,
                            EXCHANGE + ".SimulatorConfig",
                            "its defaults inject a thread factory"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.Stores",
                            "takes the ports from the injector of a simulated process"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.ScenarioDatabase",
                            "names the module that opens the database of a scenario"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.FileDatabase",
                            "names the module that opens the database of a scenario"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.ServerDatabase",
                            "names the module that opens the database of a scenario"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.PlatformProcess",
                            "builds an injector for each simulated process"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            SIMULATION + ".memory.Fence",
                            "calls an in-memory store by reflection, and nothing else"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            SIMULATION + ".process.CallPoints",
                            "delegates calls of ports to the ports by reflection"),
                    new Permit(
                            Act.WIRES,
                            APP + ".wiring.GuicePlatformFactory",
                            "builds the injector, once per command"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            GATEWAY + ".http.GatewayServer",
                            "listens for the requests of bots"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".prove.FreePort",
                            "finds a free port for a process that keeps it when started again"),
                    new Permit(
                            Act.WIRES,
                            APP + ".prove.fuzz.parser.VenueClient",
                            "builds an injector for the broker's adapter alone"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".prove.fuzz.connection",
                            "opens the database that it has just created"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            APP + ".prove.fuzz.connection",
                            "makes databases of another platform from scripts with mistakes"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".prove.network.proxy",
                            "is a proxy that disturbs the connections to the exchange"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".web.WebServer",
                            "listens for the screen's requests"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".runtime.SignalHandler",
                            "loads the JDK's signal class by name, since javac warns of direct use"),
                    new Permit(
                            Act.STARTS_THREADS,
                            APP + ".runtime.Threads",
                            "creates the app's threads"),
                    new Permit(Act.READS_CLOCK, APP + ".Main", "injects the real clock and sleep"),
                    new Permit(Act.MEASURES_TIME, APP + ".Main", "injects the monotonic clock"),
                    new Permit(Act.DRAWS_RANDOMNESS, APP + ".Main", "injects real randomness"),
                    new Permit(Act.PRINTS, APP + ".Main", "prints the usage of the command line"));

    /** The hexagon of this repository. */
    public static final Hexagon HEXAGON =
            new Hexagon(
                    BASE,
                    BASE + ".domain",
                    List.of(
                            new Adapter(
                                    STORE,
                                    Adapter.Kind.STORE,
                                    Set.of(
                                            // The creator of the injector closes it.
                                            STORE + ".SqliteStore",
                                            // The driver's library, for the whole process.
                                            STORE + ".connection.NativeLibrary")),
                            new Adapter(
                                    POSTGRES,
                                    Adapter.Kind.STORE,
                                    Set.of(
                                            POSTGRES + ".PostgresStore",
                                            // Types of its configuration.
                                            POSTGRES + ".PostgresAddress",
                                            POSTGRES + ".PostgresHost",
                                            POSTGRES + ".StorePassword")),
                            // What the stores share, an adapter like them.
                            new Adapter(
                                    SQL,
                                    Adapter.Kind.STORE,
                                    Set.of(
                                            // The creator of the injector closes it.
                                            SQL + ".OrderStore",
                                            // Copies of whole stores.
                                            SQL + ".copy.BackupFormat",
                                            SQL + ".copy.CopiedStore",
                                            SQL + ".copy.OnlineCopy")),
                            new Adapter(
                                    IMPORT,
                                    Adapter.Kind.STORE,
                                    Set.of(
                                            IMPORT + ".ImportOrders",
                                            IMPORT + ".ImportListener",
                                            IMPORT + ".ImportSummary",
                                            IMPORT + ".ImportNote",
                                            IMPORT + ".ImportedOrder",
                                            // The book of another platform, to be implemented.
                                            IMPORT + ".LegacyBooks",
                                            IMPORT + ".LegacyBook",
                                            IMPORT + ".LegacyContents",
                                            IMPORT + ".LegacyAccount",
                                            IMPORT + ".LegacyRow",
                                            IMPORT + ".LegacyOrder",
                                            // BA2's.
                                            IMPORT + ".ba2.Ba2Books",
                                            IMPORT + ".ba2.Ba2File")),
                            new Adapter(
                                    BROKER,
                                    Adapter.Kind.NETWORK,
                                    // No entry point at all: only its own package uses it.
                                    Set.of(
                                            // For a user without an injector.
                                            BROKER + ".Alpaca",
                                            // Types of its configuration.
                                            BROKER + ".ApiSecret",
                                            BROKER + ".connection.TimeOuts",
                                            // Access to an exchange in this process.
                                            BROKER + ".connection.InProcessLink",
                                            BROKER + ".connection.FrameSource",
                                            BROKER + ".resilience.Sleeper",
                                            BROKER + ".resilience.RetrySchedule",
                                            BROKER + ".resilience.BreakerRule",
                                            BROKER + ".wire.WireError")),
                            new Adapter(
                                    GATEWAY,
                                    Adapter.Kind.NETWORK,
                                    Set.of(
                                            GATEWAY + ".Gateway",
                                            GATEWAY + ".port.GatewayPorts",
                                            GATEWAY + ".http.GatewayServer",
                                            GATEWAY + ".http.PortTakenException",
                                            // Requests without a web server.
                                            GATEWAY + ".request.GatewayRequest",
                                            GATEWAY + ".request.GatewayAnswer",
                                            // Streams of market data without a web server.
                                            GATEWAY + ".data.DataFeeds",
                                            GATEWAY + ".data.BotDataStream",
                                            GATEWAY + ".data.DataFrame",
                                            GATEWAY + ".data.MarketFeed")),
                            new Adapter(
                                    CHANNELS,
                                    Adapter.Kind.NETWORK,
                                    Set.of(
                                            CHANNELS + ".NotificationChannels",
                                            // Types of its configuration.
                                            CHANNELS + ".config.ChannelSecret",
                                            CHANNELS + ".config.SecretUrl")),
                            new Adapter(
                                    HISTORY,
                                    Adapter.Kind.NETWORK,
                                    Set.of(
                                            HISTORY + ".HistoryClients",
                                            HISTORY + ".ClientPace",
                                            HISTORY + ".connection.RestPlatform",
                                            HISTORY + ".ClientRequest",
                                            HISTORY + ".ClientReply",
                                            HISTORY + ".Invocation",
                                            HISTORY + ".Waiting",
                                            HISTORY + ".EndReader",
                                            HISTORY + ".SeenOrder",
                                            HISTORY + ".LedgerLine",
                                            HISTORY + ".SubmittedTerms",
                                            HISTORY + ".History",
                                            HISTORY + ".HistoryCheck",
                                            HISTORY + ".HistoryFile",
                                            HISTORY + ".HistoryRule",
                                            HISTORY + ".Breach")),
                            new Adapter(
                                    EXCHANGE,
                                    Adapter.Kind.NETWORK,
                                    Set.of(
                                            EXCHANGE + ".Simulator",
                                            EXCHANGE + ".InProcessExchange",
                                            // Its requests, responses and faults.
                                            EXCHANGE + ".server.request.WireRequest",
                                            EXCHANGE + ".server.Dispatcher",
                                            EXCHANGE + ".exchange.market.Disturbance",
                                            EXCHANGE + ".exchange.CorporateActions",
                                            EXCHANGE + ".exchange.model.Asset",
                                            EXCHANGE + ".ApiKey",
                                            // Time and records of a backtest.
                                            EXCHANGE + ".ExchangeSteps",
                                            EXCHANGE + ".AccountRecords",
                                            EXCHANGE + ".ExchangeLedger",
                                            EXCHANGE + ".exchange.ledger.LedgerEntry",
                                            EXCHANGE + ".LedgerOrder",
                                            EXCHANGE + ".FaultPlans",
                                            EXCHANGE + ".BarFiles",
                                            EXCHANGE + ".faults.FaultPlan",
                                            EXCHANGE + ".connection.RunningSimulator",
                                            // Trading hours and prices of a market.
                                            EXCHANGE + ".exchange.hours.AlwaysOpen",
                                            EXCHANGE + ".exchange.hours.RealHours",
                                            EXCHANGE + ".exchange.model.Bars",
                                            // Reasons why a ledger cannot be opened.
                                            EXCHANGE + ".ledger.BrokenLedgerException",
                                            EXCHANGE + ".ledger.LedgerLockedException"))),
                    // Not for the broker's client, which is tested against the exchange.
                    List.of(
                            new SharedCode(SERVERS, false, Set.of(GATEWAY, EXCHANGE)),
                            new SharedCode(SQL, true, Set.of(STORE, POSTGRES))),
                    APP,
                    PERMITS);

    private ProductionClasses() {}

    /** Imports all production classes from the class path; takes a second or two. */
    public static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.matches(NOT_PRODUCTION))
                .importPackages(BASE);
    }
}
