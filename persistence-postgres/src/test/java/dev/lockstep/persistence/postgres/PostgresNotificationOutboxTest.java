package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.NotificationOutboxContract;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PostgresNotificationOutboxTest extends NotificationOutboxContract {
    private final PostgresConfig config = PostgresServers.newStore();
    private PostgresStore store;

    @BeforeEach
    void open() {
        store = PostgresStores.open(config);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected NotificationOutbox outbox() {
        return store.notificationOutbox();
    }

    @Test
    void progress_survives_a_restart_and_is_refused_to_a_former_owner_of_the_lease() {
        Duration term = Duration.ofMinutes(1);
        Lease first = store.lease().acquire("one", term).orElseThrow();
        LaneProgress progress =
                LaneProgress.begin("phone", DeliveryLane.URGENT, new OutboxPosition(4, 5, 6));
        outbox().fenced(first).store(progress);
        store.lease().release(first);
        assertThat(store.lease().acquire("two", term)).isPresent();

        assertThatThrownBy(() ->
                        outbox().fenced(first).store(progress.failed("x", SampleOrders.START)))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RepositoryException.Reason.FENCED));
        store.close();
        open();
        assertThat(outbox().progress("phone", DeliveryLane.URGENT)).contains(progress);
    }
}
