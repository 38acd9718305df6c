package dev.lockstep.persistence.postgres.server;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.persistence.postgres.PostgresAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with its own data folder and port on loopback. Thread-safe but for its life. */
public final class PostgresServer implements AutoCloseable {
    /** The user of its databases. */
    public static final String USER = "lockstep";

    private static final String FIRST_DATABASE = "postgres";
    private static final Duration START = Duration.ofMinutes(2);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private PostgresServer(PostgresPrograms programs, Path folder, int port, List<String> settings)
            throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = started();
    }

    /**
     * Starts a server with a new data folder.
     *
     * @param settings lines of {@code postgresql.conf}, such as {@code fsync=off}
     */
    static PostgresServer started(PostgresPrograms programs, List<String> settings)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lockstep-postgres-");
        programs.own(folder);
        programs.run(
                "initdb",
                "-D",
                folder.resolve("data").toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
                "--locale=C");
        return new PostgresServer(programs, folder, freePort(), settings);
    }

    /** Starts it after it was stopped or killed. */
    public void start() throws IOException, InterruptedException {
        process = started();
    }

    /** Kills all of its processes at once, as a power failure does. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it; open connections are ended. */
    public void stop() throws IOException, InterruptedException {
        programs.run("pg_ctl", "stop", "-m", "fast", "-w", "-D", folder.resolve("data").toString());
        process.waitFor();
    }

    /** Returns its port on loopback. */
    public int port() {
        return port;
    }

    /** Creates an empty database and returns its address. */
    public PostgresAddress newDatabase() {
        String name = "db" + NAMES.incrementAndGet();
        execute(FIRST_DATABASE, "CREATE DATABASE " + name);
        return address(name);
    }

    /** Returns the address of a schema that does not exist yet; cheaper than a database. */
    public PostgresAddress newSchema() {
        return PostgresAddress.parsed(
                "postgresql://"
                        + USER
                        + "@127.0.0.1:"
                        + port
                        + "/"
                        + FIRST_DATABASE
                        + "?schema=s"
                        + NAMES.incrementAndGet());
    }

    /** Returns the address of one of its databases. */
    public PostgresAddress address(String database) {
        return PostgresAddress.parsed(
                "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database);
    }

    /** Runs a statement in one of its databases. */
    public void execute(String database, String sql) {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Opens a connection of another program's. */
    public Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, "");
    }

    @Override
    public void close() throws IOException {
        kill();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Process started() throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                folder.resolve("data").toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=" + folder,
                                "-c",
                                "max_connections=200"));
        for (String setting : settings) {
            arguments.addAll(List.of("-c", setting));
        }
        Path log = folder.resolve("log");
        Process starting =
                new ProcessBuilder(programs.command("postgres", arguments.toArray(String[]::new)))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        Eventually.within(START, "the server answers", () -> !starting.isAlive() || answers());
        if (!starting.isAlive()) {
            throw new IOException("the server ended: " + Files.readString(log));
        }
        return starting;
    }

    private boolean answers() {
        try (Connection _ = connection(FIRST_DATABASE)) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
