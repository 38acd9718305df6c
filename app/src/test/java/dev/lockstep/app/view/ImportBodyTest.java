package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportSummary;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON of an import, field by field. */
class ImportBodyTest {
    @Test
    void orders_are_counted_by_status_and_skipped_rows_are_listed() {
        LegacyAccount account = new LegacyAccount(1, "main", "Alpaca", true, 5);
        ImportNote note =
                new ImportNote(
                        ImportNote.Kind.IMPOSSIBLE, "tradingorder", 3, "quantity", "0", "> 0");
        ImportView view =
                new ImportView(
                        new LegacyContents(
                                "BA2",
                                "db.sqlite",
                                List.of(account),
                                new LinkedHashMap<>(Map.of("expertinstance", 2L)),
                                List.of()),
                        account,
                        new ImportSummary(
                                5,
                                Map.of(OrderStatus.FILLED, 2L, OrderStatus.UNKNOWN, 1L),
                                1,
                                1,
                                Map.of(ImportNote.Kind.IMPOSSIBLE, 1L),
                                List.of(note)),
                        true);

        assertThat(BodyTree.of(view.json()))
                .hasToString(
                        """
                        {"platform":"BA2","source":"db.sqlite","account":1,"dryRun":true,"read":5,\
                        "imported":3,"open":0,"unresolved":1,"byStatus":{"unknown":1,"filled":2},\
                        "alreadyThere":1,"skipped":1,"notes":{"impossible":1},\
                        "skippedRows":[{"kind":"impossible","table":"tradingorder","id":3,\
                        "field":"quantity","value":"0","rule":"> 0"}],"notTaken":{"expertinstance":2}}\
                        """);
    }
}
