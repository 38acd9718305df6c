package dev.lockstep.app.config.key;

import dev.lockstep.app.config.value.AtomicFile;
import dev.lockstep.app.config.value.PropertyTexts;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys to the broker's account. They come from the environment or from a file that only its
 * owner can read, never from the command line, where every process of the machine would see them.
 *
 * @param keyId the public half
 * @param secret the secret half; never shown
 */
public record ApiKeys(String keyId, String secret) {
    /** The variable of the key id. */
    public static final String KEY_ID = "APCA_API_KEY_ID";

    /** The variable of the secret. */
    public static final String SECRET = "APCA_API_SECRET_KEY";

    private static final int MAX_CHARS = 256;
    private static final Pattern FORM = Pattern.compile("[!-~]{1," + MAX_CHARS + "}");

    /** The default keys of the simulator; they protect nothing. */
    public static final ApiKeys OF_SIMULATOR =
            new ApiKeys(SimulatorConfig.DEFAULT_KEY.id(), SimulatorConfig.DEFAULT_KEY.secret());

    /** Finds the keys in a file if one is named, else in the environment. */
    public static ApiKeys found(Optional<Path> file, Map<String, String> environment) {
        return file.map(ApiKeys::read)
                .orElseGet(() ->
                        of(
                                environment.getOrDefault(KEY_ID, ""),
                                environment.getOrDefault(SECRET, ""),
                                "the environment"));
    }

    /**
     * Checks keys that a person typed.
     *
     * @throws CommandEnd if one of them cannot be a key; it does not quote them
     */
    public static ApiKeys typed(String keyId, String secret) {
        for (String key : List.of(keyId, secret)) {
            if (!FORM.matcher(key).matches()) {
                throw new CommandEnd(
                        ExitCode.USAGE,
                        (key.equals(keyId) ? KEY_ID : SECRET)
                                + " is no key (expected: 1 to "
                                + MAX_CHARS
                                + " printable ASCII characters without spaces)");
            }
        }
        return new ApiKeys(keyId, secret);
    }

    /** Writes them to a file that only its owner may read, in the form that a key file has. */
    public void write(Path file) {
        AtomicFile.write(
                file,
                "# Keys to Alpaca. Only its owner may read this file.\n"
                        + line(KEY_ID, keyId)
                        + line(SECRET, secret));
    }

    private static String line(String name, String value) {
        return name + "=" + value.replace("\\", "\\\\") + "\n";
    }

    private static ApiKeys read(Path file) {
        PropertyTexts texts;
        try {
            PrivateFile.require(file);
            texts = new PropertyTexts(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw unreadable(file, IoText.of(unreadable), unreadable);
        }
        requireClear(file, texts);
        return of(
                texts.values().getOrDefault(KEY_ID, ""),
                texts.values().getOrDefault(SECRET, ""),
                "file " + file);
    }

    /** Other names are not shown: a line without a name may be the key itself. */
    private static void requireClear(Path file, PropertyTexts texts) {
        if (!texts.malformed().isEmpty()) {
            throw unreadable(file, texts.malformed().getFirst());
        }
        for (String name : List.of(KEY_ID, SECRET)) {
            String lines = texts.repeated().get(name);
            if (lines != null) {
                throw unreadable(file, name + ": " + lines);
            }
        }
    }

    private static CommandEnd unreadable(Path file, String why) {
        return new CommandEnd(ExitCode.USAGE, "cannot read key file " + file + ": " + why);
    }

    private static CommandEnd unreadable(Path file, String why, Exception cause) {
        return new CommandEnd(ExitCode.USAGE, "cannot read key file " + file + ": " + why, cause);
    }

    private static ApiKeys of(String keyId, String secret, String place) {
        if (keyId.isBlank() || secret.isBlank()) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    (keyId.isBlank() ? KEY_ID : SECRET)
                            + " is missing in "
                            + place
                            + "; set both keys there, or use --mode sim, which needs none");
        }
        return new ApiKeys(keyId.strip(), secret.strip());
    }

    @Override
    public String toString() {
        return "ApiKeys[***]";
    }
}
