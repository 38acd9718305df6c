package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;

/** Opens a database and prints the outcome. */
final class OpeningProbe {
    private OpeningProbe() {}

    @SuppressWarnings("SystemOut") // output read by the test that started it
    public static void main(String[] arguments) {
        try (SqliteStore store = Stores.open(Path.of(arguments[0]))) {
            System.out.println("OPENED " + store.tag());
        } catch (RepositoryException refused) {
            System.out.println("REFUSED " + refused.reason() + " " + refused.getMessage());
        }
    }
}
