package dev.lockstep.imports.ba2;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds the database of BA2 where BA2 itself would. */
public final class Ba2File {
    private static final String FILE_VARIABLE = "DB_FILE";
    private static final String HOME_VARIABLE = "BA2_HOME";

    private Ba2File() {}

    /**
     * Returns the database: the one that {@code DB_FILE} or {@code BA2_HOME} names, else the
     * default location, else that of older installations.
     *
     * @throws RepositoryException if none is named and none exists in these locations
     */
    public static Path found(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault(FILE_VARIABLE, "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String base = environment.getOrDefault(HOME_VARIABLE, "");
        if (!base.isBlank()) {
            return Path.of(base).resolve("trade").resolve("db.sqlite");
        }
        Path documents = home.resolve("Documents");
        List<Path> defaults =
                List.of(
                        documents.resolve("ba2").resolve("trade").resolve("db.sqlite"),
                        documents.resolve("ba2_trade_platform").resolve("db.sqlite"));
        return defaults.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        new RepositoryException(
                                Reason.INCOMPATIBLE,
                                "no BA2 database at "
                                        + defaults.getFirst()
                                        + " or "
                                        + defaults.getLast()
                                        + ": name the file"));
    }
}
