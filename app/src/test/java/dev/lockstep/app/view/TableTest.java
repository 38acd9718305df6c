package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows under headings as they are printed. */
class TableTest {
    @Test
    void text_is_to_the_left_and_numbers_are_to_the_right() {
        assertThat(new Table("symbol", "qty").row("A", 5).row("MSFT", "1,000.5").lines())
                .containsExactly("symbol      qty", "A             5", "MSFT    1,000.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "5 of 10", "1e3", "2026-01-05"})
    void one_text_among_numbers_puts_the_column_to_the_left(String text) {
        assertThat(new Table("", "value").row("a", 5).row("b", text).lines())
                .containsExactly("   value", "a  5", "b  " + text);
    }

    @Test
    void an_empty_cell_does_not_make_numbers_text() {
        assertThat(new Table("price", "x").row("", 1).row("-12.5", 2).lines())
                .containsExactly("price  x", "       1", "-12.5  2");
    }

    @Test
    void empty_headings_are_not_printed() {
        assertThat(new Table("", "").row("cash", "none").lines()).containsExactly("cash  none");
    }

    @Test
    void a_table_without_rows_has_its_headings() {
        assertThat(new Table("symbol", "qty").lines()).containsExactly("symbol  qty");
        assertThat(new Table("", "").lines()).isEmpty();
    }

    @Test
    void no_line_ends_with_spaces() {
        assertThat(new Table("a", "long heading").row("x", "").lines())
                .containsExactly("a  long heading", "x");
    }

    @Test
    void a_row_has_a_cell_under_each_heading() {
        assertThatThrownBy(() -> new Table("a", "b").row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells under 2 headings");
    }
}
