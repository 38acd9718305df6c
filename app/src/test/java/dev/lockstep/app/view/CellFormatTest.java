package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {
    private static final Instant TIME = Instant.parse("2026-07-01T14:30:05.123456789Z");
    private static final CellFormat NEW_YORK = new CellFormat(ZoneId.of("America/New_York"));

    @ParameterizedTest
    @CsvSource({
        "0, $0.00",
        "1234567.5, '$1,234,567.50'",
        "-0.125, -$0.12",
        "999.995, '$1,000.00'",
    })
    void money_is_grouped_and_has_two_decimals(String amount, String text) {
        assertThat(CellFormat.UTC.text(Money.of(amount))).isEqualTo(text);
    }

    @Test
    void times_are_shown_in_the_zone_with_its_offset() {
        assertThat(CellFormat.UTC.text(TIME)).isEqualTo("2026-07-01 14:30:05Z");
        assertThat(NEW_YORK.text(TIME)).isEqualTo("2026-07-01 10:30:05-04:00");
        assertThat(NEW_YORK.text(new CellFormat.Exact(TIME)))
                .isEqualTo("2026-07-01 10:30:05.123-04:00");
    }

    @Test
    void a_table_aligns_money_as_numbers() {
        Table table = new Table("name", "cash").row("a", Money.of("5")).row("b", Money.of("-1200"));
        assertThat(table.lines())
                .containsExactly("name        cash", "a          $5.00", "b     -$1,200.00");
    }

    @Test
    void sides_statuses_and_profits_have_a_colour_and_no_other_value_has() {
        Table table =
                new Table("side", "status", "profit", "cash")
                        .row(Side.BUY, OrderStatus.FILLED, profit("5"), Money.of("5"))
                        .row(Side.SELL, OrderStatus.REJECTED, profit("-5"), Money.of("-5"))
                        .row("sell", OrderStatus.UNKNOWN, profit("0"), Money.of("0"));

        assertThat(table.lines(CellFormat.UTC, (color, text) -> color + "(" + text + ")"))
                .containsExactly(
                        "side  status    profit    cash",
                        "GREEN(buy )  GREEN(filled  )  GREEN( $5.00)   $5.00",
                        "RED(sell)  RED(rejected)  RED(-$5.00)  -$5.00",
                        "sell  YELLOW(unknown )   $0.00   $0.00");
    }

    private static CellFormat.Profit profit(String dollars) {
        return new CellFormat.Profit(Money.of(dollars));
    }
}
