package dev.lockstep.notifications.config;

import dev.lockstep.domain.value.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * An address whose path may be a secret, as that of a Discord webhook. {@link #toString} shows the
 * server only.
 *
 * @param uri the address, for the request only
 */
public record SecretUrl(URI uri) {
    /** Names and addresses that no other network resolves. */
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "localhost|\\[::1]|[^.:\\[]+|.*\\.local|.*\\.lan"
                            + "|(127|10)(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}"
                            + "|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}");

    /**
     * Creates the address of a text.
     *
     * @param field its name, for the exception
     * @throws InvalidValueException if it is no address, or sends secrets unencrypted beyond a
     *     private network; it does not quote the text
     */
    public static SecretUrl of(String field, String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme());
            String host = uri.getHost();
            boolean open = scheme.equals("http") && host != null && isPrivate(host);
            if (host != null && uri.getUserInfo() == null && (scheme.equals("https") || open)) {
                return new SecretUrl(uri);
            }
        } catch (URISyntaxException malformed) {
            // Falls through: its message quotes the text, which may be a secret.
        }
        throw new InvalidValueException(
                field,
                "***",
                "an address that begins with https://, or with http:// in a private network");
    }

    private static boolean isPrivate(String host) {
        return PRIVATE.matcher(host).matches();
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getAuthority() + "/***";
    }
}
