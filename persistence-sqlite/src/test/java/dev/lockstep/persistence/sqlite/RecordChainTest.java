package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.AuditVerdict.Broken;
import dev.lockstep.domain.audit.AuditVerdict.Intact;
import dev.lockstep.domain.audit.ChainBreak;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record chain: executions, adjustments, risk changes, incidents and lease owners. */
class RecordChainTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    private static final List<Adjustment> ADJUSTMENTS =
            List.of(
                    SampleAdjustments.of(
                            "a-1",
                            AdjustmentKind.FEE,
                            "BTC/USD",
                            "-0.0025",
                            "0",
                            new BrokerOrderId("b-1"),
                            SampleOrders.START),
                    SampleAdjustments.of("a-2", AdjustmentKind.INTEREST, null, "0", "-1.25"));

    private @TempDir Path folder;

    @Test
    void every_kind_of_record_is_chained_when_written() {
        try (SqliteStore store = Stores.open(file())) {
            write(store);

            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.records().seq()).isEqualTo(8));
        }
    }

    @Test
    void a_lease_renewal_and_a_known_execution_add_no_record() {
        try (SqliteStore store = Stores.open(file())) {
            write(store);
            Lease held = store.lease().current().orElseThrow();
            store.lease().renew(held, Duration.ofMinutes(2));
            store.fills().addAll(List.of(fill("e-1")));
            store.repository().adjustments().addAll(ADJUSTMENTS);

            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.records().seq()).isEqualTo(8));
        }
    }

    @Test
    void a_bust_adds_a_record_and_tampering_with_it_is_found() throws SQLException {
        try (SqliteStore store = Stores.open(file())) {
            write(store);
            store.fills()
                    .correct(
                            List.of(
                                    FillCorrection.bust(
                                            new ExecutionId("c-1"),
                                            new ExecutionId("e-1"),
                                            new BrokerOrderId("b-1"),
                                            SampleOrders.START,
                                            "{}")));
            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.records().seq()).isEqualTo(9));

            try (Forger forger = Forger.restricted(file())) {
                forger.run("DROP TRIGGER fill_corrections_are_not_changed")
                        .run("UPDATE fill_corrections SET corrected = 'e-2'");
            }
            assertThat(verdict(store)).isInstanceOf(Broken.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE fills SET last_px = '1' | RECORD_DIFFERS",
                "DELETE FROM fills WHERE execution_id = 'e-1' | RECORD_DIFFERS",
                "UPDATE fills SET execution_id = 'e-9' WHERE execution_id = 'e-1' | RECORD_DIFFERS",
                "UPDATE incidents SET resolution = 'never mind' | RECORD_DIFFERS",
                "UPDATE risk_changes SET who = 'nobody' | RECORD_DIFFERS",
                "DELETE FROM risk_changes | RECORD_DIFFERS",
                "UPDATE adjustments SET quantity = '0' WHERE activity_id = 'a-1' | RECORD_DIFFERS",
                "UPDATE adjustments SET payload = '{}' WHERE activity_id = 'a-2' | RECORD_DIFFERS",
                "UPDATE adjustments SET broker_order_id = 'b-9' | RECORD_DIFFERS",
                "DELETE FROM adjustments WHERE activity_id = 'a-1' | RECORD_DIFFERS",
                "INSERT INTO adjustments SELECT 9, 'a-9', kind, type, symbol, quantity, cash, price, broker_order_id, text, at, payload FROM adjustments LIMIT 1 | RECORD_DIFFERS",
                "UPDATE trading_lease SET epoch = 7 | RECORD_DIFFERS",
                "UPDATE record_events SET content = 'x' WHERE seq = 2 | CHANGED",
                "DELETE FROM record_events WHERE seq = 2 | OUT_OF_SEQUENCE",
                "DELETE FROM record_events WHERE seq = 8 | END_DIFFERS"
            })
    void tampering_with_records_is_found(String sql, ChainBreak.Kind kind) throws SQLException {
        try (SqliteStore store = Stores.open(file())) {
            write(store);
            try (Forger forger = Forger.restricted(file())) {
                forger.run("DROP TRIGGER risk_changes_are_not_edited")
                        .run("DROP TRIGGER adjustments_are_not_changed")
                        .run("DROP TRIGGER adjustments_are_not_removed")
                        .run("DROP TRIGGER risk_changes_are_not_removed")
                        .run("DROP TRIGGER record_events_are_not_changed")
                        .run("DROP TRIGGER record_events_are_not_removed")
                        .run(sql);
            }

            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken ->
                                    assertThat(broken.breaks())
                                            .extracting(ChainBreak::kind)
                                            .contains(kind));
        }
    }

    @Test
    void records_stored_before_the_chain_are_chained_by_the_migration() throws Exception {
        List<String> names = Migrations.names();
        int before =
                names.indexOf(
                        names.stream()
                                .filter(name -> name.endsWith("record_chain.sql"))
                                .findFirst()
                                .orElseThrow());
        try (Forger old = Forger.restricted(file())) {
            for (String step : names.subList(0, before)) {
                old.run(Files.readString(SCRIPTS.resolve(step)));
            }
            old.run("PRAGMA application_id=" + 0x4c6f636b)
                    .run("PRAGMA user_version=" + before)
                    .run(
                            "INSERT INTO fills VALUES ('e-1', 'b-1', 'AAPL', 'BUY', '2', '10', '2',"
                                    + " NULL, 5)")
                    .run(
                            "INSERT INTO incidents VALUES (3, 'SYNC_STALE', 's', 'text', 5, NULL,"
                                    + " '')")
                    .run("INSERT INTO trading_lease VALUES (1, 'me', 4, 9)")
                    .run(
                            "INSERT INTO risk_changes VALUES (2, 'RESTRICTION', 'operator', NULL,"
                                    + " 'me', 'over', 5)");
        }

        try (SqliteStore store = Stores.open(file())) {
            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.records().seq()).isEqualTo(4));
            store.fills().addAll(List.of(fill("e-2")));
            assertThat(verdict(store)).isInstanceOf(Intact.class);
        }
    }

    @Test
    void adjustments_stored_before_they_were_chained_are_appended_by_the_migration()
            throws Exception {
        List<String> names = Migrations.names();
        int before = names.indexOf("V014__chained_adjustments.sql");
        try (SqliteStore store = Stores.open(file())) {
            write(store);
        }
        try (Forger old = Forger.restricted(file())) {
            old.run("DROP TRIGGER record_events_are_not_removed")
                    .run("DELETE FROM record_events WHERE seq > 2")
                    .run(
                            "UPDATE record_chain SET (seq, hash) = (SELECT seq, hash FROM"
                                    + " record_events ORDER BY seq DESC LIMIT 1)")
                    .run("DELETE FROM incidents")
                    .run("DELETE FROM trading_lease")
                    .run("DROP TRIGGER risk_changes_are_not_removed")
                    .run("DELETE FROM risk_changes")
                    .run("DROP TABLE fill_corrections")
                    .withoutPurposes()
                    .run("PRAGMA user_version=" + before);
        }

        try (SqliteStore store = Stores.open(file())) {
            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.records().seq()).isEqualTo(4));
            store.repository()
                    .adjustments()
                    .addAll(
                            List.of(
                                    SampleAdjustments.of(
                                            "a-3", AdjustmentKind.SPLIT, "AAPL", "1", "0")));
            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.records().seq()).isEqualTo(5));
        }
    }

    private static void write(SqliteStore store) {
        store.fills().addAll(List.of(fill("e-1"), fill("e-2")));
        store.repository().adjustments().addAll(ADJUSTMENTS);
        store.incidents().open(IncidentKind.SYNC_STALE, "s", "text", SampleOrders.START);
        store.incidents().close(IncidentKind.SYNC_STALE, "s", "over", SampleOrders.START);
        assertThat(store.lease().acquire("me", Duration.ofMinutes(1))).isPresent();
        store.riskControl()
                .change(
                        new RiskChange(
                                new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED),
                                "tester",
                                "test",
                                SampleOrders.START));
    }

    /**
     * Returns the first or second execution of one order, each with its own cumulative quantity.
     */
    private static Fill fill(String id) {
        return SampleFills.fill(id, new BrokerOrderId("b-1"), "2", id.equals("e-1") ? "2" : "4");
    }

    private static AuditVerdict verdict(SqliteStore store) {
        return store.auditTrail().verify((_, _) -> {});
    }

    private Path file() {
        return folder.resolve("orders.db");
    }
}
