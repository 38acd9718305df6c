package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportSummary;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed figures of an import, and the accounts that it offers. */
class ImportViewTest {
    private static final LegacyAccount ACCOUNT = new LegacyAccount(1, "main", "Alpaca", true, 5);
    private static final ImportNote NO_QUANTITY =
            new ImportNote(ImportNote.Kind.IMPOSSIBLE, "tradingorder", 3, "quantity", "0", "> 0");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | main | Alpaca | true  | 12 | 1, main, Alpaca, paper, 12 orders",
                "2 | main | Alpaca | false | 1  | 2, main, Alpaca, real money, 1 order",
                "3 | ''   | Alpaca |       | 0  | 3, Alpaca, 0 orders",
                "0 | ''   | ''     |       | 7  | 0 (orders that name no account), 7 orders"
            })
    void an_account_is_described_as_far_as_it_is_known(
            long id,
            String name,
            String provider,
            @Nullable Boolean paper,
            long orders,
            String text) {
        assertThat(ImportView.described(new LegacyAccount(id, name, provider, paper, orders)))
                .isEqualTo(text);
    }

    @Test
    void the_figures_are_said_to_be_those_of_a_dry_run() {
        assertThat(view(Map.of(ImportNote.Kind.IMPOSSIBLE, 1L), true).table().lines())
                .anyMatch(line -> line.matches("would be imported +3"))
                .anyMatch(line -> line.matches(" +ended +2"))
                .anyMatch(line -> line.matches(" +to be looked up by name +1"))
                .anyMatch(line -> line.matches(" +skipped: .* +1"))
                .anyMatch(line -> line.matches("not taken: expertinstance +2"))
                .noneMatch(line -> line.contains("not taken: empty"));
        assertThat(view(Map.of(), false).table().lines())
                .anyMatch(line -> line.matches("imported +3"));
    }

    @Test
    void options_that_are_skipped_could_not_have_been_orders() {
        assertThat(view(Map.of(ImportNote.Kind.OPTION, 1L), false).incomplete()).isFalse();
        assertThat(view(Map.of(ImportNote.Kind.IMPOSSIBLE, 1L), false).incomplete()).isTrue();
    }

    @Test
    void each_skipped_row_has_a_line() {
        assertThat(view(Map.of(), false).skippedLines())
                .singleElement()
                .asString()
                .startsWith("skipped ")
                .contains("tradingorder", "quantity");
    }

    private static ImportView view(Map<ImportNote.Kind, Long> notes, boolean dryRun) {
        LinkedHashMap<String, Long> leftOut = new LinkedHashMap<>();
        leftOut.put("expertinstance", 2L);
        leftOut.put("empty", 0L);
        return new ImportView(
                new LegacyContents("BA2", "db.sqlite", List.of(ACCOUNT), leftOut, List.of()),
                ACCOUNT,
                new ImportSummary(
                        5,
                        Map.of(OrderStatus.FILLED, 2L, OrderStatus.UNKNOWN, 1L),
                        1,
                        1,
                        notes,
                        List.of(NO_QUANTITY)),
                dryRun);
    }
}
