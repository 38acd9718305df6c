package dev.lockstep.simulator.exchange.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A named, ordered list of assets of an account.
 *
 * @param symbols the assets in the exchange's spelling, without duplicates
 */
public record Watchlist(
        UUID id, String name, Instant createdAt, Instant updatedAt, List<String> symbols) {
    /** Maximum length of a name. */
    public static final int MAX_NAME_CHARS = 64;

    public Watchlist {
        symbols = List.copyOf(symbols);
        if (name.isBlank() || name.length() > MAX_NAME_CHARS) {
            throw new IllegalArgumentException(
                    "name: " + name + " (expected: 1 to " + MAX_NAME_CHARS + " characters)");
        }
    }
}
