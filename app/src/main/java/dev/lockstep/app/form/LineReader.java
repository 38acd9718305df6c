package dev.lockstep.app.form;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end with LF, CR LF or CR alone, each cut at a maximum length, so that a file
 * without line ends costs no memory.
 */
final class LineReader {
    private static final int NONE = -2;

    private final BufferedReader in;
    private final int maxChars;
    private int unread = NONE;

    LineReader(BufferedReader in, int maxChars) {
        this.in = in;
        this.maxChars = maxChars;
    }

    /** Returns the next line without its end; null after the last one. */
    @Nullable Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int c = read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = read()) {
            if (text.length() < maxChars) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
        }
        if (c == '\r') {
            int after = read();
            unread = after == '\n' ? NONE : after;
        }
        return new Line(text.toString(), tooLong);
    }

    private int read() throws IOException {
        int c = unread == NONE ? in.read() : unread;
        unread = NONE;
        return c;
    }

    /**
     * One line.
     *
     * @param text its first characters
     * @param tooLong whether it has more
     */
    record Line(String text, boolean tooLong) {}
}
