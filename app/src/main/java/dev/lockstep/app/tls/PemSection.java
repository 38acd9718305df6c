package dev.lockstep.app.tls;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A section of a PEM file.
 *
 * @param label its type, such as {@code PRIVATE KEY}
 * @param text the lines between its first and its last
 */
record PemSection(String label, String text) {
    private static final Pattern SECTION =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+:.*$");

    /** Returns the complete sections of a file, in their order. */
    static List<PemSection> all(String file) {
        return SECTION.matcher(file)
                .results()
                .map(found -> new PemSection(found.group(1), found.group(2)))
                .toList();
    }

    /** Returns whether it is a private key. */
    boolean privateKey() {
        return label.endsWith("PRIVATE KEY");
    }

    /** Returns whether a password is needed to read it. */
    boolean encrypted() {
        return label.startsWith("ENCRYPTED") || text.contains("ENCRYPTED");
    }

    /**
     * Returns the content in DER.
     *
     * @throws IllegalArgumentException if it is not Base64
     */
    byte[] der() {
        return Base64.getMimeDecoder().decode(HEADER.matcher(text).replaceAll(""));
    }
}
