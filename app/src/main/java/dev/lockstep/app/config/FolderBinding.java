package dev.lockstep.app.config;

import dev.lockstep.app.config.value.AtomicFile;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The mode and account of a data folder, written once: at another account, every order of the
 * folder would appear never accepted.
 *
 * @param mode the trading mode
 * @param broker where orders are sent; {@value #OWN_SIMULATOR} for the folder's own simulator
 * @param accountNumber the broker's number of the account; empty for the folder's own simulator,
 *     and if orders were imported before the first request to the broker
 */
public record FolderBinding(TradingMode mode, String broker, String accountNumber) {
    /** The broker of a folder that has its own simulator. */
    public static final String OWN_SIMULATOR = "the simulator in this folder";

    private static final String MODE = "mode";
    private static final String BROKER = "broker";
    private static final String ACCOUNT = "account";
    private static final int MAX_CHARS = 10_000;

    /** Returns the binding, empty for a new folder. */
    public static Optional<FolderBinding> read(DataFolder folder) {
        Path file = folder.binding();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            if (Files.size(file) > MAX_CHARS) {
                throw unreadable(file, "longer than " + MAX_CHARS + " characters", null);
            }
            properties.load(reader);
        } catch (IOException | IllegalArgumentException damaged) {
            throw unreadable(file, damaged.toString(), damaged);
        }
        String mode = properties.getProperty(MODE, "");
        String broker = properties.getProperty(BROKER, "");
        if (mode.isBlank() || broker.isBlank()) {
            throw unreadable(file, "mode or broker is missing", null);
        }
        try {
            return Optional.of(
                    new FolderBinding(
                            TradingMode.of(mode), broker, properties.getProperty(ACCOUNT, "")));
        } catch (InvalidValueException wrong) {
            throw unreadable(file, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /**
     * Refuses a folder that is known to belong to something else, before anything is opened; the
     * account is not known yet at that time.
     */
    public static void requireFor(DataFolder folder, TradingMode mode, String broker) {
        read(folder)
                .filter(bound -> bound.mode() != mode || !bound.broker().equals(broker))
                .ifPresent(bound -> {
                    throw mismatch(folder, bound, new FolderBinding(mode, broker, ""));
                });
    }

    /** Refuses a folder that is bound to something else; binds nothing. */
    public void require(DataFolder folder) {
        read(folder)
                .filter(bound -> !bound.equals(this) && !bound.equals(withoutAccount()))
                .ifPresent(bound -> {
                    throw mismatch(folder, bound, this);
                });
    }

    private FolderBinding withoutAccount() {
        return new FolderBinding(mode, broker, "");
    }

    /**
     * Binds a new folder to this, or refuses a folder that is bound to something else. A folder of
     * which the account was not known yet belongs to this account from now on.
     */
    public void bind(DataFolder folder) {
        Optional<FolderBinding> before = read(folder);
        if (before.isEmpty()) {
            write(folder, AtomicFile::linkOnce);
        } else if (!accountNumber.isEmpty() && before.get().equals(withoutAccount())) {
            write(folder, FolderBinding::replace);
        }
        read(folder)
                .filter(bound -> !bound.equals(this))
                .ifPresent(bound -> {
                    throw mismatch(folder, bound, this);
                });
    }

    private static CommandEnd mismatch(
            DataFolder folder, FolderBinding bound, FolderBinding requested) {
        return new CommandEnd(
                ExitCode.USAGE,
                "data folder "
                        + folder
                        + " belongs to "
                        + bound
                        + ", and this command is for "
                        + requested
                        + "; name another folder with --data");
    }

    @Override
    public String toString() {
        return mode.word()
                + " at "
                + broker
                + (accountNumber.isEmpty() ? "" : ", account " + accountNumber);
    }

    /** The first of several processes wins: the name appears complete, and only once. */
    private void write(DataFolder folder, Publication publication) {
        folder.made();
        Properties properties = new Properties();
        properties.setProperty(MODE, mode.word());
        properties.setProperty(BROKER, broker);
        properties.setProperty(ACCOUNT, accountNumber);
        try {
            Path draft = Files.createTempFile(folder.path(), AtomicFile.DRAFT_PREFIX, "");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, "What this folder belongs to. Written once by Lockstep.");
            }
            publication.publish(draft, folder.binding());
            Files.deleteIfExists(draft);
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot write " + folder.binding() + ": " + IoText.of(refused),
                    refused);
        }
    }

    private static void replace(Path draft, Path file) throws IOException {
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static CommandEnd unreadable(Path file, String why, @Nullable Throwable cause) {
        String text = "cannot read " + file + ": " + why;
        return cause == null
                ? new CommandEnd(ExitCode.USAGE, text)
                : new CommandEnd(ExitCode.USAGE, text, cause);
    }

    /** Publishes a draft under its final name. */
    @FunctionalInterface
    private interface Publication {
        void publish(Path draft, Path file) throws IOException;
    }
}
