package dev.lockstep.persistence.sqlite.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trading lease between processes that are suspended and killed. */
@Tag("slow")
class LeaseProcessesTest {
    /** A process takes over the lease after it has seen no renewal for this term. */
    private static final String TERM = "PT1S";

    @TempDir private Path folder;
    private Path file;
    private PeerProcess owner;
    private PeerProcess next;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("orders.db");
        owner = PeerProcess.start(file, "own", "first", TERM).ready();
        next = PeerProcess.start(file, "own", "second", TERM).ready();
        owner.signal();
        owner.await("epoch 1");
    }

    @AfterEach
    void close() {
        owner.close();
        next.close();
    }

    @Test
    void a_suspended_owner_is_replaced_and_stores_nothing_when_it_resumes() throws Exception {
        owner.signal();
        OrderId before = id(owner.await(Peer.WROTE));
        owner.suspend();
        owner.signal();
        next.signal();
        next.await("epoch 2");
        next.signal();
        OrderId after = id(next.await(Peer.WROTE));

        owner.resume();
        String refused = owner.await(Peer.FAILED);

        assertThat(refused).startsWith(Peer.FAILED + "FENCED ");
        assertThat(stored(before)).isTrue();
        assertThat(stored(after)).isTrue();
        assertThat(stored(new OrderId(refused.substring(refused.lastIndexOf(' ') + 1)))).isFalse();
        owner.finish();
        next.finish();
    }

    @Test
    void a_killed_owner_is_replaced_after_its_term() throws Exception {
        owner.kill();
        next.signal();
        assertThat(next.await("epoch ")).isEqualTo("epoch 2");
        next.signal();
        assertThat(stored(id(next.await(Peer.WROTE)))).isTrue();
        next.finish();
    }

    private static OrderId id(String wrote) {
        return new OrderId(wrote.split(" ", -1)[1]);
    }

    private boolean stored(OrderId id) {
        Injector injector = Peer.open(file);
        try (SqliteStore _ = injector.getInstance(SqliteStore.class)) {
            return injector.getInstance(OrderRepository.class).find(id).isPresent();
        }
    }
}
