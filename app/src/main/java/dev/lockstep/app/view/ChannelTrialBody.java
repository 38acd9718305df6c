package dev.lockstep.app.view;

import dev.lockstep.domain.notification.DeliveryResult;

/**
 * The result of a trial message.
 *
 * @param channel the name of the channel
 * @param delivered whether the channel accepted the message
 * @param reason why it did not, empty if it did
 */
public record ChannelTrialBody(String channel, boolean delivered, String reason) {
    /** Returns the fields of a result. */
    public static ChannelTrialBody of(String channel, DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Delivered _ -> new ChannelTrialBody(channel, true, "");
            case DeliveryResult.Failed failed -> new ChannelTrialBody(channel, false, failed.why());
        };
    }
}
