package dev.lockstep.gateway.alpaca.access;

import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the credentials of bots: Alpaca's two headers, Basic, or a Bearer token of the form {@code
 * KEY:SECRET}. Thread-safe.
 */
public final class BotAuthenticator {
    private static final String BEARER = "bearer";
    private static final String BASIC = "basic";

    private final ManageKeys keys;

    /** Creates a check against the stored keys. */
    public BotAuthenticator(ManageKeys keys) {
        this.keys = keys;
    }

    /**
     * Returns the key of a request, empty if it has no valid credentials.
     *
     * @param header returns a header by its name, null if absent
     */
    public Optional<TradingKey> key(NullableHeader header) {
        String id = header.value("APCA-API-KEY-ID");
        String secret = header.value("APCA-API-SECRET-KEY");
        if (id != null || secret != null) {
            return key(id, secret);
        }
        String authorization = header.value("Authorization");
        return authorization == null ? Optional.empty() : token(authorization);
    }

    /** Returns the key of two credentials, empty if they are not valid. */
    public Optional<TradingKey> key(@Nullable String id, @Nullable String secret) {
        if (id == null || secret == null) {
            return Optional.empty();
        }
        try {
            return keys.authenticate(new KeyId(id), new KeySecret(secret));
        } catch (InvalidValueException otherForm) {
            return Optional.empty();
        }
    }

    /** Returns whether a key is still valid; false once it is rotated or revoked. */
    public boolean stillValid(TradingKey key) {
        return keys.valid(key);
    }

    /** Returns the key of a Bearer token, empty if it is not valid. */
    public Optional<TradingKey> bearer(@Nullable String token) {
        int colon = token == null ? -1 : token.indexOf(':');
        return token == null || colon < 0
                ? Optional.empty()
                : key(token.substring(0, colon), token.substring(colon + 1));
    }

    private Optional<TradingKey> token(String authorization) {
        String value = authorization.substring(authorization.indexOf(' ') + 1).strip();
        return switch (scheme(authorization)) {
            case BEARER -> bearer(value);
            case BASIC -> bearer(decoded(value));
            default -> Optional.empty();
        };
    }

    private static String scheme(String authorization) {
        int end = Math.max(authorization.indexOf(' '), 0);
        return authorization.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** Returns a header. */
    @FunctionalInterface
    public interface NullableHeader {
        /** Returns the value of a header, null if absent. */
        @Nullable String value(String name);
    }
}
