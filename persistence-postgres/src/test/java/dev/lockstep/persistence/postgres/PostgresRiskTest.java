package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.RiskContract;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the risk contract against PostgreSQL, with two stores on one database simulating two
 * processes.
 */
@Tag("slow")
class PostgresRiskTest extends RiskContract {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final PostgresConfig config = PostgresServers.newStore();
    private PostgresStore store;
    private PostgresStore other;

    @BeforeEach
    void open() {
        store = PostgresStores.open(config);
        other = PostgresStores.open(config);
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Override
    public OrderRepository repository() {
        return store.repository();
    }

    @Override
    public RiskControl riskControl() {
        return store.riskControl();
    }

    @Override
    public OrderRepository elsewhere() {
        return other.repository();
    }

    @Override
    public RiskControl controlElsewhere() {
        return other.riskControl();
    }

    @Test
    void holdings_match_fills_of_both_stores() {
        SampleOrders sample = new SampleOrders();
        riskControl().change(setLimit());
        for (int i = 0; i < 10; i++) {
            Order order = sample.intent();
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            through.intend(
                    new ConditionalInsert(order, null, PostgresRiskTest::approved, EVIDENCE));
            through.update(
                    OrderUpdate.applying(
                            order.id(),
                            SampleOrders.report(order, OrderStatus.FILLED, "10"),
                            SampleOrders.START,
                            EVIDENCE));
        }

        assertThat(other.inspection().inspect().findings())
                .extracting(Finding::text)
                .contains("the holding of 1 instrument matches its fills");
    }

    private static RiskChange setLimit() {
        return new RiskChange(
                new RiskChange.Step.SetLimit(new RiskLimit.MaxOpenOrders(50)),
                "tester",
                "because",
                SampleOrders.START);
    }

    private static Verdict approved(Exposure exposure) {
        return new Verdict.Approved();
    }
}
