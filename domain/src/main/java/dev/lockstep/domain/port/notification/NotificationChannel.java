package dev.lockstep.domain.port.notification;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.NotificationMessage;

/**
 * Delivers messages to a person. Implementations are thread-safe and bound each attempt in time.
 */
public interface NotificationChannel {
    /** Makes one attempt; every failure is a result. */
    DeliveryResult send(NotificationMessage message);
}
