package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The real hexagon: its parts, its exceptions and its classes. */
public final class Lockstep {
    private static final String BASE = "dev.lockstep";
    private static final Pattern NOT_PRODUCTION =
            Pattern.compile(".*/dev/lockstep/architecture/.*|.*-tests\\.jar!.*");

    private static final String APP = BASE + ".app";
    private static final String STORE = BASE + ".persistence.sqlite";
    private static final String BROKER = BASE + ".broker.alpaca";
    private static final String SIMULATION = BASE + ".simulation";
    private static final String EXCHANGE = BASE + ".simulator";

    private static final List<Permit> PERMITS =
            List.of(
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.HttpFront",
                            "an exchange listens"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.WireServer",
                            "sets up the server that listens"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.PatientEndPoint",
                            "ends an accepted connection whose request takes too long"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            EXCHANGE + ".server.ConnectionReset",
                            "resets a connection where a fault plan says so"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            STORE + ".migration",
                            "runs the migrations, which are the schema's only source"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            STORE + ".inspection",
                            "reads settings back, for which SQLite has pragmas only"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            STORE + ".rows.OrderTable",
                            "keeps the statements that jOOQ rendered once, at half the cost"),
                    new Permit(
                            Act.TELLS_TIME,
                            STORE + ".lock.LockRetry",
                            "no one can tell when another process lets its lock go"),
                    new Permit(
                            Act.TELLS_TIME,
                            BROKER + ".AlpacaModule",
                            "hands in how to pause between requests"),
                    new Permit(
                            Act.TELLS_TIME,
                            EXCHANGE + ".SimulatorConfig",
                            "its defaults hand in the real clock"),
                    new Permit(
                            Act.TELLS_TIME,
                            EXCHANGE + ".server.Mishaps",
                            "answers late where a fault plan says so"),
                    new Permit(
                            Act.MEASURES_TIME,
                            STORE + ".SqliteModule",
                            "hands in the counter for deadlines"),
                    new Permit(
                            Act.DRAWS_CHANCE,
                            STORE + ".SqliteModule",
                            "hands in the random numbers of a new database's tag"),
                    new Permit(
                            Act.STARTS_THREADS,
                            STORE + ".SqliteModule",
                            "hands in the factory of the database's threads"),
                    new Permit(
                            Act.STARTS_THREADS,
                            EXCHANGE + ".SimulatorConfig",
                            "its defaults hand in a factory of threads"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.Stores",
                            "takes the ports out of the injector of a process that it simulates"),
                    new Permit(
                            Act.WIRES,
                            SIMULATION + ".process.PlatformProcess",
                            "builds an injector for each process that it simulates"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            SIMULATION + ".memory.Fence",
                            "calls a store in memory, and nothing else"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            SIMULATION + ".process.CallPoints",
                            "passes calls of ports on to the ports, by their own methods"),
                    new Permit(
                            Act.WIRES,
                            APP + ".wiring.Opening",
                            "builds the injector, once a command"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".web.WebServer",
                            "the screen's server listens"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            APP + ".wiring.Interrupts",
                            "reaches by name the JDK's class for signals, of which javac warns"),
                    new Permit(
                            Act.STARTS_THREADS,
                            APP + ".wiring.Threads",
                            "where the app's threads come from"),
                    new Permit(Act.TELLS_TIME, APP + ".Main", "hands in the real clock and sleep"),
                    new Permit(Act.MEASURES_TIME, APP + ".Main", "hands in the monotonic clock"),
                    new Permit(Act.DRAWS_CHANCE, APP + ".Main", "hands in real chance"),
                    new Permit(Act.PRINTS, APP + ".Main", "the command line says how to use it"));

    /** The hexagon of this repository. */
    public static final Hexagon HEXAGON =
            new Hexagon(
                    BASE,
                    BASE + ".domain",
                    List.of(
                            new Adapter(
                                    STORE,
                                    Adapter.Kind.STORE,
                                    // Whoever made the injector closes it.
                                    Set.of(STORE + ".SqliteStore")),
                            new Adapter(
                                    BROKER,
                                    Adapter.Kind.NETWORK,
                                    // No door at all, to be hidden: only its own package uses it.
                                    Set.of(
                                            // What its config is made of.
                                            BROKER + ".ApiSecret",
                                            BROKER + ".connection.TimeOuts",
                                            // How an exchange in this process is reached.
                                            BROKER + ".connection.InProcessLink",
                                            BROKER + ".connection.FrameSource",
                                            BROKER + ".resilience.Pauses",
                                            BROKER + ".resilience.Patience",
                                            BROKER + ".resilience.BreakerRule",
                                            BROKER + ".wire.WireError")),
                            new Adapter(
                                    EXCHANGE,
                                    Adapter.Kind.NETWORK,
                                    Set.of(
                                            EXCHANGE + ".Simulator",
                                            EXCHANGE + ".InProcessExchange",
                                            // A request to it, its answer, and what goes wrong.
                                            EXCHANGE + ".server.WireRequest",
                                            EXCHANGE + ".server.Dispatcher",
                                            EXCHANGE + ".exchange.Disturbance",
                                            EXCHANGE + ".exchange.CorporateActions",
                                            EXCHANGE + ".exchange.Asset",
                                            EXCHANGE + ".ApiKey",
                                            EXCHANGE + ".ExchangeLedger",
                                            EXCHANGE + ".LedgerOrder",
                                            EXCHANGE + ".FaultPlans",
                                            EXCHANGE + ".BarFiles",
                                            EXCHANGE + ".faults.FaultPlan",
                                            EXCHANGE + ".connection.RunningSimulator",
                                            // What opening hours and prices a market may have.
                                            EXCHANGE + ".exchange.AlwaysOpen",
                                            EXCHANGE + ".exchange.RealHours",
                                            EXCHANGE + ".exchange.Bars",
                                            // Why a ledger could not be opened.
                                            EXCHANGE + ".ledger.BrokenLedgerException",
                                            EXCHANGE + ".ledger.LedgerLockedException"))),
                    APP,
                    PERMITS);

    private Lockstep() {}

    /** All classes that are shipped, read from the class path; takes a second or two. */
    public static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.matches(NOT_PRODUCTION))
                .importPackages(BASE);
    }
}
