package dev.lockstep.persistence.postgres.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.machines.MachineProcess.Acknowledged;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several processes on one database: no lost write, one limit for all, one owner of the lease. */
@Tag("slow")
class SeveralMachinesTest {
    private static final int MACHINES = 4;
    private static final int ENOUGH = 60;

    private final PostgresAddress address = PostgresServers.newStore().address();
    private final List<MachineProcess> machines = new ArrayList<>();
    private PostgresStore store;

    @AfterEach
    void close() {
        machines.forEach(MachineProcess::close);
        store.close();
    }

    @BeforeEach
    void open() {
        store = Machine.open(address);
    }

    @Test
    void machines_that_open_a_new_database_at_once_write_all_and_lose_nothing_when_one_is_killed()
            throws Exception {
        store.close();
        start(MACHINES, "trade");
        Eventually.within(
                MachineProcess.BOUND,
                "writes of every machine",
                () -> machines.stream().allMatch(each -> each.acknowledged().size() >= ENOUGH));
        MachineProcess killed = machines.getFirst();
        killed.kill();
        int before = machines.getLast().acknowledged().size();
        Eventually.within(
                MachineProcess.BOUND,
                "writes after the kill",
                () -> machines.getLast().acknowledged().size() >= before + ENOUGH);
        for (MachineProcess machine : machines.subList(1, MACHINES)) {
            machine.finish();
        }

        store = Machine.open(address);
        for (MachineProcess machine : machines) {
            assertThat(machine.acknowledged()).allSatisfy(this::assertStored);
        }
        assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void all_machines_together_keep_a_limit() throws Exception {
        store.riskControl()
                .change(
                        new RiskChange(
                                new RiskChange.Step.SetLimit(
                                        new RiskLimit.MaxOpenOrders(Machine.MAX_OPEN_ORDERS)),
                                "tester",
                                "because",
                                SampleOrders.START));
        start(MACHINES, "fill");
        for (MachineProcess machine : machines) {
            machine.finish();
        }

        assertThat(machines.stream().mapToInt(each -> each.acknowledged().size()).sum())
                .isEqualTo(Machine.MAX_OPEN_ORDERS);
        assertThat(store.repository().search(OrderQuery.all().limit(100)))
                .hasSize(Machine.MAX_OPEN_ORDERS);
    }

    @Test
    void a_killed_owner_of_the_lease_is_replaced_by_one_machine() throws Exception {
        MachineProcess first = MachineProcess.start(address, "own", "first");
        machines.add(first);
        first.signal();
        first.await("epoch 1" + Machine.END);
        first.signal();
        OrderId before = idOf(first);
        for (String owner : List.of("second", "third")) {
            MachineProcess next = MachineProcess.start(address, "own", owner);
            machines.add(next);
            next.signal();
        }
        first.kill();

        Eventually.within(MachineProcess.BOUND, "a new owner", () -> owners("epoch 2") == 1);
        assertThat(owners("epoch 3")).isZero();
        MachineProcess owner =
                machines.stream()
                        .filter(each -> !each.printed("epoch 2").isEmpty())
                        .findFirst()
                        .orElseThrow();
        owner.signal();
        assertThat(store.repository().find(idOf(owner))).isPresent();
        assertThat(store.repository().find(before)).isPresent();
    }

    private long owners(String epoch) {
        return machines.stream().filter(each -> !each.printed(epoch).isEmpty()).count();
    }

    private static OrderId idOf(MachineProcess machine) {
        Eventually.within(MachineProcess.BOUND, "a write", () -> !machine.acknowledged().isEmpty());
        return machine.acknowledged().getFirst().id();
    }

    private void start(int count, String role) throws IOException {
        for (int i = 0; i < count; i++) {
            machines.add(MachineProcess.start(address, role));
        }
        for (MachineProcess machine : machines) {
            machine.signal();
        }
    }

    private void assertStored(Acknowledged write) {
        Order stored = store.repository().find(write.id()).orElseThrow();
        assertThat(stored.version()).isGreaterThanOrEqualTo(write.version());
        assertThat(Machine.counted(stored)).isTrue();
    }
}
