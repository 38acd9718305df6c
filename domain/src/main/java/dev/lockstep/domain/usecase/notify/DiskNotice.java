package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.position.DayTrades;
import java.time.InstantSource;
import java.util.Map;

/** Raises a notice, once a day, while the disk of the database is almost full. */
public final class DiskNotice {
    /** Below this the notice is raised; new orders are refused far below it. */
    public static final long MIN_FREE_BYTES = 512L * 1024 * 1024;

    private static final long BYTES_PER_MEGABYTE = 1024 * 1024;

    private final NotificationOutbox outbox;
    private final InstantSource clock;

    /** Builds the use case on its port. */
    public DiskNotice(NotificationOutbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Compares the free space with its bound. */
    public void check(long freeBytes) {
        if (freeBytes < MIN_FREE_BYTES) {
            boolean _ =
                    outbox.raise(
                            new Notification(
                                    "disk-low-" + DayTrades.dayOf(clock.instant()),
                                    NotificationKind.DISK_LOW,
                                    clock.instant(),
                                    "The disk of the database is almost full",
                                    freeBytes / BYTES_PER_MEGABYTE
                                            + " MB are free. New orders are refused when it is"
                                            + " full.",
                                    Map.of("freeBytes", Long.toString(freeBytes))));
        }
    }
}
