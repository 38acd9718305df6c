package dev.lockstep.app.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clone of a clone's last commit, in a temporary folder, to which one bug at a time is applied.
 * Not thread-safe.
 */
final class ScratchTree implements AutoCloseable {
    private final Path root;
    private final Path folder;

    ScratchTree(Path clone) throws IOException, InterruptedException {
        this.root = Files.createTempDirectory("lockstep-bugs-");
        this.folder = root.resolve("tree");
        try {
            run(root, "clone", "--quiet", "--shared", clone.toString(), folder.toString());
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    Path folder() {
        return folder;
    }

    /** Returns a new folder that is removed with this one. */
    Path emptyFolder() throws IOException {
        return Files.createTempDirectory(root, "classes-");
    }

    /** Applies a bug; returns why that is not possible, else empty. */
    Optional<String> apply(SeededBug bug) throws IOException, InterruptedException {
        Started git = git(folder, "apply", bug.patch().toAbsolutePath().toString());
        return git.code() == 0 ? Optional.empty() : Optional.of(git.lastLine());
    }

    /** Returns the sources that differ from the commit. */
    List<Path> changed() throws IOException, InterruptedException {
        return run(folder, "diff", "--name-only").lines().map(folder::resolve).toList();
    }

    void restore() throws IOException, InterruptedException {
        run(folder, "checkout", "--", ".");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String run(Path where, String... arguments)
            throws IOException, InterruptedException {
        Started git = git(where, arguments);
        if (git.code() != 0) {
            throw new IOException(
                    "git " + String.join(" ", arguments) + ": " + git.output().strip());
        }
        return git.output();
    }

    private static Started git(Path where, String... arguments)
            throws IOException, InterruptedException {
        return Started.in(
                where, Stream.concat(Stream.of("git"), Stream.of(arguments)).toList(), Map.of());
    }
}
