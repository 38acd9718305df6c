package dev.lockstep.app.wiring;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.value.AtomicFile;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The note of the store that keeps the orders of a data folder. A command with another store is
 * refused: its orders would be subject to the limits and halts of that one only.
 *
 * @param folder the data folder
 */
record StoreNote(DataFolder folder) {
    /**
     * Refuses a store that is not the one with the folder's orders.
     *
     * @param server the store of the command, empty for the file in the folder
     */
    void require(Optional<PostgresAddress> server) {
        String noted = noted();
        if (server.isEmpty()) {
            folder.requireNoOtherStore();
        } else if (noted.isEmpty()) {
            requireNoFile(server.get());
        } else if (!isSame(noted, server.get())) {
            throw otherStore(noted, server.get());
        }
    }

    /**
     * Refuses a copy from one store to another, if neither has the folder's orders. The target has
     * them if an earlier copy was completed.
     */
    void requireOneOf(Optional<PostgresAddress> from, Optional<PostgresAddress> to) {
        try {
            require(from);
        } catch (CommandEnd refused) {
            try {
                require(to);
            } catch (CommandEnd alsoRefused) {
                refused.addSuppressed(alsoRefused);
                throw refused;
            }
        }
    }

    /**
     * Notes the store of the folder's orders, if the folder exists.
     *
     * @throws CommandEnd if another process has noted another one meanwhile
     */
    void noteFirst(PostgresAddress server) {
        String noted = noted();
        if (noted.isEmpty() && Files.isDirectory(folder.path())) {
            AtomicFile.create(folder.storeNote(), server + "\n");
        } else if (!noted.equals(server.toString()) && isSame(noted, server)) {
            note(server);
        }
        require(Optional.of(server));
    }

    /** Notes the store of the folder's orders, whichever was noted before. */
    void note(PostgresAddress server) {
        AtomicFile.write(folder.storeNote(), server + "\n");
    }

    /** Removes the note, because the orders are in the folder again. */
    void remove() {
        try {
            Files.deleteIfExists(folder.storeNote());
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot remove " + folder.storeNote() + ": " + IoText.of(refused),
                    refused);
        }
    }

    private void requireNoFile(PostgresAddress server) {
        if (folder.hasDatabase()) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "the orders of data folder "
                            + folder
                            + " are in "
                            + folder.database()
                            + ", and this command uses "
                            + server
                            + ": copy them there with 'store copy --from sqlite --to "
                            + server
                            + "', leave the store out, or name another folder with --data");
        }
    }

    private CommandEnd otherStore(String noted, PostgresAddress server) {
        return new CommandEnd(
                ExitCode.USAGE,
                "the orders of data folder "
                        + folder
                        + " are in "
                        + noted
                        + ", and this command uses "
                        + server
                        + ": name the first with --store, copy the orders with 'store copy --from "
                        + noted
                        + " --to "
                        + server
                        + "', or name another folder with --data. If both are the same database, or"
                        + " you give those orders up, delete "
                        + folder.storeNote());
    }

    private static boolean isSame(String noted, PostgresAddress server) {
        try {
            return PostgresAddress.parsed(noted).isSameStoreAs(server);
        } catch (InvalidValueException _) {
            return false;
        }
    }

    private String noted() {
        return folder.ordersElsewhere().orElse("");
    }
}
