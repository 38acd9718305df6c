package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the risk contract against SQLite, with two stores on one file simulating two processes. */
class SqliteRiskTest extends RiskContract {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private @TempDir Path folder;
    private SqliteStore store;
    private SqliteStore other;

    @BeforeEach
    void open() {
        store = Stores.open(folder.resolve("orders.db"));
        other = Stores.open(folder.resolve("orders.db"));
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
            through.intend(new ConditionalInsert(order, null, SqliteRiskTest::approved, EVIDENCE));
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

    @Test
    void a_manually_changed_holding_is_found() throws SQLException {
        riskControl().change(setLimit());
        repository()
                .intend(
                        new ConditionalInsert(
                                new SampleOrders().intent(),
                                null,
                                SqliteRiskTest::approved,
                                EVIDENCE));

        byHand("UPDATE holdings SET net_qty = '3'");

        assertThat(store.inspection().inspect().findings())
                .extracting(Finding::text)
                .contains("holdings do not match their fills: AAPL 3 instead of 0");
    }

    @Test
    void a_risk_change_can_be_neither_edited_nor_removed() {
        riskControl().change(setLimit());

        assertThatThrownBy(() -> byHand("UPDATE risk_changes SET who = 'nobody'"))
                .hasMessageContaining("kept as it was");
        assertThatThrownBy(() -> byHand("DELETE FROM risk_changes"))
                .hasMessageContaining("kept as it was");
    }

    private void byHand(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orders.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
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
