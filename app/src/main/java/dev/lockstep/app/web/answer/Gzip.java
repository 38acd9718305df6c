package dev.lockstep.app.web.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses bodies for clients that accept gzip. */
public final class Gzip {
    /** Smaller bodies fit into one packet anyway. */
    public static final int MIN_BYTES = 1_400;

    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    private Gzip() {}

    /** Returns whether a client with this {@code Accept-Encoding} accepts gzip. */
    public static boolean accepted(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding ->
                                (coding.equals("gzip") || coding.startsWith("gzip;"))
                                        && !REFUSED.matcher(coding).matches());
    }

    /** Returns the compressed body. */
    public static byte[] of(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
