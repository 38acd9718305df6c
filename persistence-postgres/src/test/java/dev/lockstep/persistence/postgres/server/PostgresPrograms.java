package dev.lockstep.persistence.postgres.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's programs on this machine, run as a user that the server accepts. */
final class PostgresPrograms {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String ROOT = "root";
    private static final String SERVICE_USER = "postgres";

    private final Path folder;
    private final boolean asServiceUser;

    private PostgresPrograms(Path folder, boolean asServiceUser) {
        this.folder = folder;
        this.asServiceUser = asServiceUser;
    }

    /** Returns the newest ones, empty if there are none. */
    static Optional<PostgresPrograms> installed() {
        boolean root = ROOT.equals(System.getProperty("user.name"));
        return Stream.concat(ofDebian(), ofPath())
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                .findFirst()
                .map(bin -> new PostgresPrograms(bin, root));
    }

    private static Stream<Path> ofDebian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .map(version -> version.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }

    private static Stream<Path> ofPath() {
        String path = System.getenv("PATH");
        return path == null
                ? Stream.of()
                : Arrays.stream(path.split(":")).filter(part -> !part.isEmpty()).map(Path::of);
    }

    /** Returns whether a program of ours is the child of another one, which changes the user. */
    boolean startThroughAnother() {
        return asServiceUser;
    }

    /** Returns the command of a program, for a process builder. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asServiceUser) {
            command.addAll(List.of("runuser", "-u", SERVICE_USER, "--"));
        }
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Gives a folder to the user that the programs run as. */
    void own(Path data) throws IOException, InterruptedException {
        if (asServiceUser) {
            run(List.of("chown", "-R", SERVICE_USER, data.toString()));
        }
    }

    /** Runs a program to its end. */
    void run(String program, String... arguments) throws IOException, InterruptedException {
        run(command(program, arguments));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
    }
}
