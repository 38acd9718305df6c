package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Opens a database in a process that has not loaded SQLite yet, and prints the outcome. */
final class NativeLibraryProbe {
    private NativeLibraryProbe() {}

    /** Arguments: the temporary folder, the database, folders for the native library. */
    @SuppressWarnings("SystemOut") // output read by the test that started it
    public static void main(String[] arguments) {
        System.setProperty("java.io.tmpdir", arguments[0]);
        List<Path> folders = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        SqliteConfig config = SqliteConfig.at(Path.of(arguments[1])).withNativeFolders(folders);
        try (SqliteStore store = Stores.open(config)) {
            System.out.println("OPENED " + store.tag());
        } catch (RepositoryException refused) {
            System.out.println("REFUSED " + refused.reason() + " " + refused.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
