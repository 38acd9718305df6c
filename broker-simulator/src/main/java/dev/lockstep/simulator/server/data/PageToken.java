package dev.lockstep.simulator.server.data;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Place at which the next page begins.
 *
 * @param key the symbol, or the number of items before the page
 */
record PageToken(String key, Instant at) {
    private static final String SEPARATOR = "|";

    /** Parses a token; returns null for none. */
    static @Nullable PageToken parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int cut = plain.lastIndexOf(SEPARATOR);
            if (cut > 0) {
                return new PageToken(
                        plain.substring(0, cut), Instant.parse(plain.substring(cut + 1)));
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw DataQuery.refused("invalid page_token");
        }
        throw DataQuery.refused("invalid page_token");
    }

    /** Returns the key as a number. */
    long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notANumber) {
            throw DataQuery.refused("invalid page_token");
        }
    }

    String text() {
        String plain = key + SEPARATOR + at;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
