package dev.lockstep.architecture;

import java.util.List;

/** The few classes of this repository that may do what the rules forbid, each with its reason. */
final class PermittedActs {
    static final List<Permit> ALL =
            List.of(
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.EXCHANGE + ".server.HttpServer",
                            "listens for the exchange's requests"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.EXCHANGE + ".server.http.JettyConfig",
                            "configures the listening server"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.EXCHANGE + ".server.http.PatientConnection",
                            "closes an accepted connection whose request takes too long"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.EXCHANGE + ".server.http.ConnectionReset",
                            "resets a connection when a fault plan requires it"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.EXCHANGE + ".QueueProbe",
                            "connects to its own server, to learn that it has taken all requests"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            Parts.STORE + ".migration",
                            "runs the migrations, the only source of the schema"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            Parts.STORE + ".inspection",
                            "reads settings back, which SQLite supports through pragmas only"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.SQL + ".lock.LockRetry",
                            "waits for another process's lock, which sends no notification"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.SQL + ".write.SettleCommit",
                            "waits for a server that is away, which sends no notification"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.BROKER + ".AlpacaModule",
                            "injects the pause between requests"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.BROKER + ".Alpaca",
                            "injects the real clock for a user without an injector"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.STORE + ".SqliteStore",
                            "injects the real clock for a user without an injector"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS,
                            Parts.STORE + ".SqliteStore",
                            "injects the random numbers of a new database's tag"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.EXCHANGE + ".SimulatorConfig",
                            "its defaults inject the real clock"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.EXCHANGE + ".server.venue.FaultInjector",
                            "delays responses when a fault plan requires it"),
                    new Permit(
                            Act.MEASURES_TIME,
                            Parts.STORE + ".SqliteDependencies",
                            "injects the nanosecond counter for deadlines"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS,
                            Parts.STORE + ".SqliteModule",
                            "injects the random numbers of a new database's tag"),
                    new Permit(
                            Act.STARTS_THREADS,
                            Parts.STORE + ".SqliteDependencies",
                            "injects the factory of the database's threads"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.POSTGRES + ".PostgresStore",
                            "injects the real clock for a user without an injector"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS,
                            Parts.POSTGRES + ".PostgresStore",
                            "injects the random numbers of a new schema's tag"),
                    new Permit(
                            Act.MEASURES_TIME,
                            Parts.POSTGRES + ".PostgresDependencies",
                            "injects the nanosecond counter for deadlines"),
                    new Permit(
                            Act.STARTS_THREADS,
                            Parts.POSTGRES + ".PostgresDependencies",
                            "injects the factory of the database's threads"),
                    new Permit(
                            Act.STARTS_THREADS,
                            Parts.EXCHANGE + ".SimulatorConfig",
                            "its defaults inject a thread factory"),
                    new Permit(
                            Act.WIRES,
                            Parts.SIMULATION + ".process.Stores",
                            "takes the ports from the injector of a simulated process"),
                    new Permit(
                            Act.WIRES,
                            Parts.SIMULATION + ".process.ScenarioDatabase",
                            "names the module that opens the database of a scenario"),
                    new Permit(
                            Act.WIRES,
                            Parts.SIMULATION + ".process.FileDatabase",
                            "names the module that opens the database of a scenario"),
                    new Permit(
                            Act.WIRES,
                            Parts.SIMULATION + ".process.ServerDatabase",
                            "names the module that opens the database of a scenario"),
                    new Permit(
                            Act.WIRES,
                            Parts.SIMULATION + ".process.PlatformProcess",
                            "builds an injector for each simulated process"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.SIMULATION + ".memory.Fence",
                            "calls an in-memory store by reflection, and nothing else"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.SIMULATION + ".process.CallPoints",
                            "delegates calls of ports to the ports by reflection"),
                    new Permit(
                            Act.WIRES,
                            Parts.APP + ".wiring.GuicePlatformFactory",
                            "takes the platform from the injector, once per command"),
                    new Permit(Act.WIRES, Parts.APP + ".wiring.Injectors", "builds the injectors"),
                    new Permit(
                            Act.WIRES,
                            Parts.APP + ".wiring.StoreModules",
                            "names the module that opens the store"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.GATEWAY + ".http.GatewayServer",
                            "listens for the requests of bots"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.APP + ".prove.FreePort",
                            "finds a free port for a process that keeps it when started again"),
                    new Permit(
                            Act.WIRES,
                            Parts.APP + ".prove.fuzz.parser.VenueClient",
                            "builds an injector for the broker's adapter alone"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.APP + ".prove.fuzz.connection",
                            "opens the database that it has just created"),
                    new Permit(
                            Act.RUNS_SQL_TEXT,
                            Parts.APP + ".prove.fuzz.connection",
                            "makes databases of another platform from scripts with mistakes"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.APP + ".prove.network.proxy",
                            "is a proxy that disturbs the connections to the exchange"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.APP + ".web.WebServer",
                            "listens for the screen's requests"),
                    new Permit(
                            Act.OPENS_CONNECTIONS,
                            Parts.APP + ".runtime.SignalHandler",
                            "loads the JDK's signal class by name, since javac warns of direct use"),
                    new Permit(
                            Act.STARTS_THREADS,
                            Parts.APP + ".runtime.Threads",
                            "creates the app's threads"),
                    new Permit(
                            Act.READS_CLOCK,
                            Parts.APP + ".Main",
                            "injects the real clock and sleep"),
                    new Permit(
                            Act.MEASURES_TIME, Parts.APP + ".Main", "injects the monotonic clock"),
                    new Permit(
                            Act.DRAWS_RANDOMNESS, Parts.APP + ".Main", "injects real randomness"),
                    new Permit(
                            Act.PRINTS,
                            Parts.APP + ".Main",
                            "prints the usage of the command line"));

    private PermittedActs() {}
}
