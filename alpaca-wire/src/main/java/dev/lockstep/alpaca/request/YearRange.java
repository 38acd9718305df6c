package dev.lockstep.alpaca.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The years of the times that a server accepts.
 *
 * @param first the first year
 * @param last the last year
 */
public record YearRange(int first, int last) {
    private static final int DATE_CHARS = 10;

    public YearRange {
        if (first > last) {
            throw new IllegalArgumentException("years: " + first + " to " + last);
        }
    }

    /**
     * Parses a time in RFC 3339 format or a date.
     *
     * @throws RefusedRequest if it is neither, or outside these years
     */
    public Instant time(String text, String name) {
        try {
            OffsetDateTime time =
                    text.length() == DATE_CHARS
                            ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= first && time.getYear() <= last) {
                return time.toInstant();
            }
        } catch (DateTimeException unreadable) {
            throw unparsed(name);
        }
        throw unparsed(name);
    }

    private static RefusedRequest unparsed(String name) {
        return new RefusedRequest(Refusal.invalid("failed to parse " + name));
    }
}
