package dev.lockstep.domain.notification;

import dev.lockstep.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one lane of a channel, stored after each delivery.
 *
 * @param channel the channel, 1 to 32 printable characters
 * @param lane the lane
 * @param position how far everything is delivered
 * @param delivered the number of delivered notifications
 * @param missed the number of notifications that were too old when the channel worked again
 * @param deliveredAt the last delivery, null before the first
 * @param failures the number of failed attempts since the last delivery
 * @param failingSince the first of them, null if there is none
 * @param trouble why the last attempt failed, empty after a delivery
 */
public record LaneProgress(
        String channel,
        DeliveryLane lane,
        OutboxPosition position,
        long delivered,
        long missed,
        @Nullable Instant deliveredAt,
        int failures,
        @Nullable Instant failingSince,
        String trouble) {
    /** The longest name of a channel. */
    public static final int MAX_CHANNEL_CHARS = 32;

    private static final int MAX_TROUBLE_CHARS = 300;

    public LaneProgress {
        Text.printable("channel", channel, MAX_CHANNEL_CHARS);
        trouble =
                trouble.length() <= MAX_TROUBLE_CHARS
                        ? trouble
                        : trouble.substring(0, MAX_TROUBLE_CHARS);
    }

    /** Returns the progress of a new channel, which delivers nothing of the past. */
    public static LaneProgress begin(String channel, DeliveryLane lane, OutboxPosition now) {
        return new LaneProgress(channel, lane, now, 0, 0, null, 0, null, "");
    }

    /** Returns the same after entries that the channel does not deliver. */
    public LaneProgress passed(OutboxPosition reached) {
        return new LaneProgress(
                channel,
                lane,
                reached,
                delivered,
                missed,
                deliveredAt,
                failures,
                failingSince,
                trouble);
    }

    /**
     * Returns the same after a delivery.
     *
     * @param count the number of delivered notifications
     * @param tooOld the number of those that were left out
     */
    public LaneProgress delivered(OutboxPosition reached, int count, int tooOld, Instant at) {
        return new LaneProgress(
                channel, lane, reached, delivered + count, missed + tooOld, at, 0, null, "");
    }

    /** Returns the same after a failed attempt. */
    public LaneProgress failed(String why, Instant at) {
        return new LaneProgress(
                channel,
                lane,
                position,
                delivered,
                missed,
                deliveredAt,
                failures + 1,
                failingSince == null ? at : failingSince,
                why);
    }
}
