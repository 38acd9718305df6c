package dev.lockstep.app.prove.disk.library;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The compiled library. */
public final class DiskLibrary {
    private static final String COMPILER = "cc";
    private static final String SOURCE = "disk.c";

    private final Path library;

    private DiskLibrary(Path library) {
        this.library = library;
    }

    /** Returns why the library cannot be used on this machine; empty if it can. */
    public static Optional<String> missing() throws InterruptedException {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.of("a preloaded library is tried on Linux only");
        }
        try {
            Process compiler =
                    new ProcessBuilder(COMPILER, "--version").redirectErrorStream(true).start();
            compiler.getInputStream().readAllBytes();
            return compiler.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("the C compiler cc does not work");
        } catch (IOException absent) {
            return Optional.of("there is no C compiler; install one (cc), such as gcc");
        }
    }

    /** Compiles it in a folder. */
    public static DiskLibrary compiled(Path folder) throws IOException, InterruptedException {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            throw new CommandEnd(ExitCode.USAGE, "the disk cannot be observed: " + missing.get());
        }
        Path source = folder.resolve(SOURCE);
        try (InputStream in =
                Objects.requireNonNull(
                        DiskLibrary.class.getResourceAsStream(
                                "/dev/lockstep/app/prove/disk/" + SOURCE))) {
            Files.write(source, in.readAllBytes());
        }
        Path library = folder.resolve("disk.so");
        compile(source, library);
        return new DiskLibrary(library.toRealPath());
    }

    private static void compile(Path source, Path library)
            throws IOException, InterruptedException {
        Process compiler =
                new ProcessBuilder(
                                List.of(
                                        COMPILER,
                                        "-O1",
                                        "-shared",
                                        "-fPIC",
                                        "-o",
                                        library.toString(),
                                        source.toString(),
                                        "-ldl",
                                        "-lpthread"))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new CommandEnd(ExitCode.NO, source + " cannot be compiled: " + said.strip());
        }
    }

    /**
     * Returns the variables of a process that it is preloaded into.
     *
     * @param folder the folder whose files it observes
     * @param control the file of {@link DiskControl}
     * @param journal a file for what happens; null for none
     */
    public Map<String, String> environment(Path folder, Path control, @Nullable Path journal)
            throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put("LD_PRELOAD", library.toString());
        variables.put("DISK_FOLDER", folder.toRealPath().toString());
        variables.put("DISK_CONTROL", control.toRealPath().toString());
        if (journal != null) {
            variables.put("DISK_JOURNAL", journal.toAbsolutePath().toString());
        }
        return variables;
    }
}
