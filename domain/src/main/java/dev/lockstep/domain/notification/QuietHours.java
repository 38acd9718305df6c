package dev.lockstep.domain.notification;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of each day in which only urgent notifications are delivered; the others wait for their
 * end.
 *
 * @param from the first minute
 * @param to the minute at which they end; before {@code from} if they span midnight
 * @param zone the time zone of both
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    public QuietHours {
        if (from.equals(to)) {
            throw new InvalidValueException("quiet-hours", from + "-" + to, "two different times");
        }
    }

    /** Returns whether a time is within them. */
    public boolean cover(Instant time) {
        LocalTime clock = time.atZone(zone).toLocalTime();
        boolean afterStart = !clock.isBefore(from);
        boolean beforeEnd = clock.isBefore(to);
        return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }
}
