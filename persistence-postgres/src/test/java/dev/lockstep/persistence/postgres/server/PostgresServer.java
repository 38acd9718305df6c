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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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

    /**
     * Starts a standby of this server, and waits until each commit waits for it. The standby
     * accepts no writes until {@link #promote}.
     */
    public PostgresServer synchronousStandby() throws IOException, InterruptedException {
        Path copy = Files.createTempDirectory("lockstep-standby-");
        programs.own(copy);
        programs.run(
                "pg_basebackup",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                USER,
                "-D",
                copy.resolve("data").toString(),
                "-X",
                "stream",
                "-c",
                "fast",
                "-R",
                "-C",
                "-S",
                "standby");
        PostgresServer standby = new PostgresServer(programs, copy, freePort(), settings);
        execute(FIRST_DATABASE, "ALTER SYSTEM SET synchronous_standby_names = '*'");
        execute(FIRST_DATABASE, "SELECT pg_reload_conf()");
        Eventually.within(START, "the standby is synchronous", this::replicated);
        return standby;
    }

    /** Makes a standby the primary. */
    public void promote() throws IOException, InterruptedException {
        programs.run("pg_ctl", "promote", "-w", "-D", folder.resolve("data").toString());
    }

    /** Returns the address of a schema on this server or another one, whichever is the primary. */
    public PostgresAddress schemaOnEither(PostgresServer other, String schema) {
        return PostgresAddress.parsed(
                "postgresql://"
                        + USER
                        + "@127.0.0.1:"
                        + port
                        + ",127.0.0.1:"
                        + other.port
                        + "/"
                        + FIRST_DATABASE
                        + "?schema="
                        + schema);
    }

    private boolean replicated() {
        try (Connection connection = connection(FIRST_DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")) {
            return row.next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Starts it after it was stopped or killed. */
    public void start() throws IOException, InterruptedException {
        process = started();
    }

    /** Kills all of its processes at once, as a power failure does. */
    public void kill() throws IOException, InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        resume();
        all.forEach(ProcessHandle::destroyForcibly);
        if (!programs.startThroughAnother()) {
            process.destroyForcibly();
        }
        // The program through which it was started ends when it has seen the server end; until then
        // the server's number is taken, and the next start would think that it runs.
        process.onExit().join();
    }

    /**
     * Stops all of its processes where they are, as a machine that hangs does. The program through
     * which it was started is stopped first and goes on last, because it would stop itself when it
     * sees the server stopped.
     */
    public void suspend() throws IOException, InterruptedException {
        signal("-STOP", Stream.concat(Stream.of(process.toHandle()), process.descendants()));
    }

    /** Lets its processes go on. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT", Stream.concat(process.descendants(), Stream.of(process.toHandle())));
    }

    private static void signal(String signal, Stream<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.map(each -> Long.toString(each.pid())).forEach(command::add);
        // One of them may have ended meanwhile, which makes kill fail for that one only.
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    /** Demands the password of a user from its next connection on. */
    public void requirePassword(String user, String password) throws IOException {
        execute(FIRST_DATABASE, "CREATE USER " + user + " PASSWORD '" + password + "'");
        Path rules = folder.resolve("data").resolve("pg_hba.conf");
        Files.writeString(
                rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        execute(FIRST_DATABASE, "SELECT pg_reload_conf()");
    }

    /** Stops it; open connections are ended. */
    public void stop() throws IOException, InterruptedException {
        programs.run("pg_ctl", "stop", "-m", "fast", "-w", "-D", folder.resolve("data").toString());
        resume();
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

    /** Returns the address of a schema of its first database, at another port. */
    public PostgresAddress schemaThrough(int otherPort, String schema) {
        return PostgresAddress.parsed(
                "postgresql://"
                        + USER
                        + "@127.0.0.1:"
                        + otherPort
                        + "/"
                        + FIRST_DATABASE
                        + "?schema="
                        + schema);
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
        try {
            kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
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
