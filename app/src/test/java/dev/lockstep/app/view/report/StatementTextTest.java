package dev.lockstep.app.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.usecase.report.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A daily statement as tables, as a page and as CSV, and what it says of its own gaps. */
class StatementTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant END = Instant.parse("2026-01-06T05:00:00Z");
    private static final Statement.Instrument APPLE = instrument("AAPL", "190.5", "105.005");
    private static final Statement.Instrument UNPRICED = instrument("XYZ", null, null);

    @Test
    void the_reconciliation_leads_from_one_equity_to_the_other_in_cents() {
        assertThat(text(statement(null, END, END, APPLE)).reconciliation().lines())
                .containsExactly(
                        "                                 amount",
                        "equity at the previous close  $1,000.00",
                        "trades and prices               $105.00",
                        "fee                              -$1.25",
                        "unexplained                      -$3.76",
                        "equity at the close           $1,100.00");
    }

    @Test
    void before_the_end_of_the_day_the_equity_is_that_of_now() {
        Instant now = Instant.parse("2026-01-05T20:00:00.123456789Z");
        StatementBody body = StatementBody.of(statement(now, END, END, APPLE));

        assertThat(new StatementText(body).reconciliation().lines().getLast())
                .startsWith("equity at 2026-01-05T20:00:00Z ");
        assertThat(body.notes())
                .containsExactly(
                        "The day has not ended: the closing equity and prices are those of now.");
    }

    @Test
    void a_price_that_is_not_known_makes_the_result_unknown_and_is_named() {
        StatementText text = text(statement(null, END, END, APPLE, UNPRICED));

        assertThat(text.instruments().lines())
                .anyMatch(line ->
                        line.matches("AAPL +0 +10 +180 +190.5 +2 +\\$1,800.00 +\\$0.00 +\\$105.00"))
                .anyMatch(line ->
                        line.matches("XYZ +0 +10 +180 +unknown +2 +\\$1,800.00 +\\$0.00 +unknown"));
        assertThat(StatementBody.of(statement(null, END, END, UNPRICED)).notes())
                .singleElement()
                .asString()
                .startsWith("The result is unknown, and part of the unexplained rest, for XYZ:");
    }

    @Test
    void what_is_not_fetched_up_to_the_end_of_the_day_is_noted() {
        assertThat(StatementBody.of(statement(null, null, END.minusSeconds(1), APPLE)).notes())
                .containsExactly(
                        "Executions have not been fetched yet: run 'lockstep sync'.",
                        "Fees, dividends and transfers are known until 2026-01-06T04:59:59Z only:"
                                + " run 'lockstep sync'.");
        assertThat(StatementBody.of(statement(null, END, END, APPLE)).notes()).isEmpty();
    }

    @Test
    void csv_has_exact_values_and_empty_cells_for_unknown_ones() {
        assertThat(text(statement(null, null, END, APPLE, UNPRICED)).csv().lines())
                .startsWith(
                        "day,line,symbol,open_qty,close_qty,previous_close,close,executions,bought,"
                                + "sold,result,amount",
                        "2026-01-05,opening equity,,,,,,,,,,1000",
                        "2026-01-05,instrument,AAPL,0,10,180,190.5,2,1800,0,105.005,105.005",
                        "2026-01-05,instrument,XYZ,0,10,180,,2,1800,0,,",
                        "2026-01-05,fee,,,,,,,,,,-1.25",
                        "2026-01-05,unexplained,,,,,,,,,,-3.755",
                        "2026-01-05,closing equity,,,,,,,,,,1100")
                .endsWith(
                        "2026-01-05,note,\"Executions have not been fetched yet: run 'lockstep"
                                + " sync'.\",,,,,,,,,",
                        "2026-01-05,note,\"The result is unknown, and part of the unexplained rest,"
                                + " for XYZ: there is no closing price, or a split or other change"
                                + " of shares.\",,,,,,,,,")
                .allSatisfy(line ->
                        assertThat(line.replaceAll("\"[^\"]*\"", "").split(",", -1)).hasSize(12));
    }

    @Test
    void the_page_shows_notes_and_names_as_text_and_not_as_markup() {
        StatementBody body = StatementBody.of(statement(null, END, END, APPLE));
        String html =
                new StatementText(
                                new StatementBody(
                                        body.day(),
                                        null,
                                        body.opening(),
                                        body.closing(),
                                        body.change(),
                                        body.trading(),
                                        body.instruments(),
                                        List.of(new StatementBody.FlowBody("a<b", "1")),
                                        body.unexplained(),
                                        List.of("<script> & more")))
                        .html();

        assertThat(html)
                .contains("<title>Statement 2026-01-05</title>", "<td>AAPL</td>")
                .contains("<p>&lt;script&gt; &amp; more</p>", "<td>a&lt;b</td>")
                .doesNotContain("<script", "a<b");
    }

    private static StatementText text(Statement statement) {
        return new StatementText(StatementBody.of(statement));
    }

    private static Statement statement(
            @Nullable Instant asOf,
            @Nullable Instant executionsUntil,
            @Nullable Instant adjustmentsUntil,
            Statement.Instrument... instruments) {
        return new Statement(
                DAY,
                asOf,
                Money.of("1000"),
                Money.of("1100"),
                List.of(instruments),
                Map.of(AdjustmentKind.FEE, Money.of("-1.25")),
                executionsUntil,
                adjustmentsUntil);
    }

    private static Statement.Instrument instrument(
            String symbol, @Nullable String close, @Nullable String result) {
        return new Statement.Instrument(
                new Symbol(symbol),
                NetQuantity.FLAT,
                NetQuantity.of("10"),
                Price.of("180"),
                close == null ? null : Price.of(close),
                2,
                Money.of("1800"),
                Money.ZERO,
                result == null ? null : Money.of(result));
    }
}
