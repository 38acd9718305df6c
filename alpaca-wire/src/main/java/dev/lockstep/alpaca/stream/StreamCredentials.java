package dev.lockstep.alpaca.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RequestFields;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of an authentication message: a key with its secret, or a bearer token.
 *
 * @param key the key id, null if absent
 * @param secret the key's secret, null if absent
 * @param bearer the token, null if absent
 */
public record StreamCredentials(
        @Nullable String key, @Nullable String secret, @Nullable String bearer) {
    private static final String OAUTH = "oauth";

    /** An {@code Authorization} header of another scheme is for a proxy on the way. */
    private static final Set<String> SCHEMES = Set.of("bearer", "basic");

    /** Parses a message to the stream of trade updates. */
    public static StreamCredentials forUpdates(ObjectNode message) {
        RequestFields flat = new RequestFields(message);
        RequestFields data = flat.in("data");
        String key = data.text("key_id");
        String secret = data.text("secret_key");
        return new StreamCredentials(
                key == null ? flat.text("key") : key,
                secret == null ? flat.text("secret") : secret,
                data.text("oauth_token"));
    }

    /** Parses a message to a market data stream, whose key {@code oauth} announces a token. */
    public static StreamCredentials forData(ObjectNode message) {
        RequestFields fields = new RequestFields(message);
        String key = fields.text("key");
        String secret = fields.text("secret");
        return OAUTH.equals(key)
                ? new StreamCredentials(null, null, secret)
                : new StreamCredentials(key, secret, null);
    }

    /** Returns whether a handshake has credentials, valid or not. */
    public static boolean shown(HandshakeHeaders headers) {
        String authorization = headers.value("Authorization");
        return headers.value("APCA-API-KEY-ID") != null
                || headers.value("APCA-API-SECRET-KEY") != null
                || (authorization != null && SCHEMES.contains(scheme(authorization)));
    }

    private static String scheme(String authorization) {
        int end = Math.max(authorization.indexOf(' '), 0);
        return authorization.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Returns the credentials without what is secret. */
    @Override
    public String toString() {
        return "StreamCredentials[key=" + key + "]";
    }

    /** The headers of a handshake. */
    @FunctionalInterface
    public interface HandshakeHeaders {
        /** Returns the value of a header, null if absent. */
        @Nullable String value(String name);
    }
}
