package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.NotificationOutboxContract;
import dev.lockstep.domain.port.notification.NotificationOutbox;

class InMemoryNotificationOutboxTest extends NotificationOutboxContract {
    private final NotificationOutbox outbox = new InMemoryNotificationOutbox();

    @Override
    protected NotificationOutbox outbox() {
        return outbox;
    }
}
