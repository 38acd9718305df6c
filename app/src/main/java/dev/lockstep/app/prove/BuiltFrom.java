package dev.lockstep.app.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the commit that is checked out where the program lies. */
public final class BuiltFrom {
    private static final String REF = "ref: ";
    private static final String FOLDER = "gitdir: ";

    private BuiltFrom() {}

    /** Returns the commit of the repository that contains a folder, empty outside a repository. */
    public static String commit(Path folder) {
        try {
            Path git = git(folder.toAbsolutePath());
            return git == null ? "" : head(git);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static @Nullable Path git(Path start) throws IOException {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.isDirectory(git)) {
                return git;
            }
            if (Files.isRegularFile(git)) {
                return folder.resolve(Files.readString(git).strip().substring(FOLDER.length()));
            }
        }
        return null;
    }

    private static String head(Path git) throws IOException {
        String head = Files.readString(git.resolve("HEAD")).strip();
        if (!head.startsWith(REF)) {
            return head;
        }
        String ref = head.substring(REF.length());
        Path common = git.resolve("commondir");
        Path refs =
                Files.exists(common)
                        ? git.resolve(Files.readString(common).strip()).normalize()
                        : git;
        Path loose = refs.resolve(ref);
        return Files.exists(loose) ? Files.readString(loose).strip() : packed(refs, ref);
    }

    private static String packed(Path refs, String ref) throws IOException {
        try (Stream<String> lines = Files.lines(refs.resolve("packed-refs"))) {
            return lines.filter(line -> line.endsWith(" " + ref))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst()
                    .orElse("");
        }
    }
}
