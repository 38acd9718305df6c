package dev.lockstep.persistence.postgres.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.machines.MachineProcess.Acknowledged;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The primary is killed under load, and its synchronous standby takes over. */
@Tag("slow")
class FailoverTest {
    private static final int MACHINES = 3;
    private static final int ENOUGH = 100;
    private static final String SCHEMA = "failover";

    @Test
    void a_failover_loses_no_acknowledged_write_and_stores_no_order_twice() throws Exception {
        List<MachineProcess> machines = new ArrayList<>();
        try (PostgresServer primary = PostgresServers.started(List.of());
                PostgresServer standby = primary.synchronousStandby()) {
            assertRefused(standby.schemaThrough(standby.port(), SCHEMA));
            PostgresAddress address = primary.schemaOnEither(standby, SCHEMA);
            for (int i = 0; i < MACHINES; i++) {
                machines.add(MachineProcess.start(address, "trade"));
            }
            for (MachineProcess machine : machines) {
                machine.signal();
            }
            awaitWrites(machines, 0);

            long killed = System.currentTimeMillis();
            primary.kill();
            standby.promote();
            awaitWrites(machines, killed);
            for (MachineProcess machine : machines) {
                machine.finish();
            }

            report(machines, killed);
            try (PostgresStore store = Machine.open(address)) {
                assertStored(store, machines);
            }
        } finally {
            machines.forEach(MachineProcess::close);
        }
    }

    private static void assertRefused(PostgresAddress standby) {
        RepositoryException refused =
                catchThrowableOfType(
                        RepositoryException.class, () -> Machine.open(standby).close());
        assertThat(refused.reason()).isEqualTo(Reason.READ_ONLY);
        assertThat(refused).hasMessageContaining("the server is a standby: name the primary");
    }

    /** Waits until each machine has acknowledged enough writes since a time. */
    private static void awaitWrites(List<MachineProcess> machines, long sinceMillis) {
        Eventually.within(
                MachineProcess.BOUND,
                "writes of each machine",
                () ->
                        machines.stream()
                                .allMatch(machine ->
                                        machine.acknowledged().stream()
                                                        .filter(each ->
                                                                each.atMillis() > sinceMillis)
                                                        .count()
                                                >= ENOUGH));
    }

    private static void report(List<MachineProcess> machines, long killed) {
        long[] times =
                machines.stream()
                        .flatMap(machine -> machine.acknowledged().stream())
                        .mapToLong(Acknowledged::atMillis)
                        .sorted()
                        .toArray();
        long longest = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] > killed) {
                longest = Math.max(longest, times[i] - times[i - 1]);
            }
        }
        System.out.printf(
                "failover: no acknowledged write for %d ms, %d acknowledged, %d failed calls%n",
                longest,
                times.length,
                machines.stream().mapToInt(machine -> machine.printed("away ").size()).sum());
    }

    private static void assertStored(PostgresStore store, List<MachineProcess> machines) {
        List<Acknowledged> all =
                machines.stream().flatMap(machine -> machine.acknowledged().stream()).toList();
        Map<OrderId, Order> stored = new HashMap<>();
        List<Order> page = store.repository().search(OrderQuery.all());
        while (!page.isEmpty()) {
            page.forEach(order -> stored.put(order.id(), order));
            page = store.repository().search(OrderQuery.all().after(page.getLast().id()));
        }
        assertThat(all)
                .allSatisfy(each -> {
                    Order order = Objects.requireNonNull(stored.get(each.id()), "a stored order");
                    assertThat(order.version()).isGreaterThanOrEqualTo(each.version());
                    assertThat(Machine.counted(order)).isTrue();
                });
        // All machines ended after an acknowledged write, so nothing else may be there.
        assertThat(stored).hasSameSizeAs(all.stream().map(Acknowledged::id).distinct().toList());
        assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(AuditVerdict.Intact.class);
    }
}
