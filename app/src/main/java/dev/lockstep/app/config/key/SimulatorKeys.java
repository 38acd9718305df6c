package dev.lockstep.app.config.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.simulator.ApiKey;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open the accounts of a simulator: from a file, from options or the environment, or
 * the default key.
 */
public final class SimulatorKeys {
    /** The variable of the key id. */
    public static final String KEY = "LOCKSTEP_SIMULATOR_KEY";

    /** The variable of the secret; an option would be visible in the list of processes. */
    public static final String SECRET = "LOCKSTEP_SIMULATOR_SECRET";

    private static final int MAX_ACCOUNTS = 1_000;
    private static final String MOST_CASH = "1000000000000 with at most 2 decimals";
    private static final BigDecimal MAX_CASH_DOLLARS = BigDecimal.valueOf(1, -12);
    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("account", "cash", "key", "secret"));

    private SimulatorKeys() {}

    /** Returns the key of the single account, by options or from the environment. */
    public static List<ApiKey> one(
            @Nullable String key, @Nullable String secret, Map<String, String> environment) {
        String id = key != null ? key : environment.getOrDefault(KEY, "");
        String hidden = secret != null ? secret : environment.getOrDefault(SECRET, "");
        if (id.isBlank() && hidden.isBlank()) {
            return List.of(SimulatorConfig.DEFAULT_KEY);
        }
        if (id.isBlank()) {
            throw usage("key: missing (expected: --key or $" + KEY + " together with a secret)");
        }
        if (hidden.isBlank()) {
            throw usage(
                    "secret: missing (expected: $" + SECRET + " or --secret together with a key)");
        }
        return List.of(
                new ApiKey(id.strip(), hidden.strip(), SimulatorConfig.DEFAULT_KEY.account()));
    }

    /** Returns the keys of several accounts, from a file that only its owner can read. */
    public static List<ApiKey> of(Path file) {
        try {
            PrivateFile.require(file);
            return read(file, JsonMapper.builder().build().readTree(Files.readString(file)));
        } catch (JsonProcessingException broken) {
            // Jackson's message would quote the file, secrets and all.
            throw usage("cannot read accounts file " + file + ": no JSON");
        } catch (IOException unreadable) {
            throw usage("cannot read accounts file " + file + ": " + IoText.of(unreadable));
        }
    }

    private static List<ApiKey> read(Path file, @Nullable JsonNode list) {
        if (list == null || !list.isArray() || list.isEmpty() || list.size() > MAX_ACCOUNTS) {
            throw usage(file + " (expected: a list of 1 to " + MAX_ACCOUNTS + " objects)");
        }
        List<ApiKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : list) {
            String place = file + ": [" + keys.size() + "].";
            entry.fieldNames()
                    .forEachRemaining(field -> {
                        if (!FIELDS.contains(field)) {
                            throw usage(
                                    place + field + ": given (expected: one of " + FIELDS + ")");
                        }
                    });
            ApiKey key =
                    new ApiKey(
                            text(place, entry, "key"),
                            text(place, entry, "secret"),
                            text(place, entry, "account"),
                            cash(place, entry.path("cash")));
            if (!ids.add(key.id())) {
                throw usage(place + "key: " + key.id() + " (expected: no other entry's key)");
            }
            requireSameCash(place, key, keys);
            keys.add(key);
        }
        return keys;
    }

    private static String text(String place, JsonNode entry, String field) {
        JsonNode node = entry.path(field);
        if (!node.isTextual() || node.asText().isBlank()) {
            throw usage(place + field + ": missing (expected: a text)");
        }
        return Objects.requireNonNull(node.asText());
    }

    private static @Nullable BigDecimal cash(String place, JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        boolean number = node.isNumber() || node.isTextual();
        try {
            BigDecimal cash = number ? new BigDecimal(node.asText()) : BigDecimal.ONE.negate();
            if (cash.signum() >= 0 && cash.compareTo(MAX_CASH_DOLLARS) <= 0 && cash.scale() <= 2) {
                return cash;
            }
        } catch (NumberFormatException noNumber) {
            throw wrongCash(place, node);
        }
        throw wrongCash(place, node);
    }

    private static CommandEnd wrongCash(String place, JsonNode node) {
        return usage(place + "cash: " + node + " (expected: dollars, 0 to " + MOST_CASH + ")");
    }

    /** All keys of an account must state the same cash. */
    private static void requireSameCash(String place, ApiKey key, List<ApiKey> before) {
        for (ApiKey other : before) {
            if (other.account().equals(key.account()) && !same(other.cash(), key.cash())) {
                throw usage(
                        place
                                + "cash: "
                                + key.cash()
                                + " (expected: the same in every entry of "
                                + key.account()
                                + ")");
            }
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static CommandEnd usage(String message) {
        return new CommandEnd(ExitCode.USAGE, message);
    }
}
