package dev.lockstep.contracts;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A channel that keeps what it delivers, or fails as a test says. */
public final class FakeChannel implements NotificationChannel {
    private final List<NotificationMessage> messages = new CopyOnWriteArrayList<>();
    private final AtomicReference<DeliveryResult> result =
            new AtomicReference<>(new DeliveryResult.Delivered());

    @Override
    public DeliveryResult send(NotificationMessage message) {
        messages.add(message);
        return result.get();
    }

    /** Gives every attempt from now on this result. */
    public void answers(DeliveryResult other) {
        result.set(other);
    }

    /** Returns what was attempted. */
    public List<NotificationMessage> messages() {
        return List.copyOf(messages);
    }

    /** Returns the titles of what was attempted. */
    public List<String> titles() {
        return messages.stream()
                .flatMap(message -> message.notifications().stream())
                .map(Notification::title)
                .toList();
    }
}
