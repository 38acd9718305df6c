package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ClosePartBoundsTest {
    @Test
    void a_part_by_quantity_is_above_zero() {
        assertThatThrownBy(() -> new ClosePart.ByQuantity(Quantity.ZERO))
                .hasMessage("qty: 0 (expected: > 0)");
    }

    @Test
    void a_part_in_percent_is_above_zero_and_at_most_all_of_it() {
        assertThat(part("100").percent()).isEqualByComparingTo("100");
        assertThat(part("0.000000001").percent()).isEqualByComparingTo("0.000000001");
        assertThatThrownBy(() -> part("0")).hasMessage("percent: 0 (expected: > 0 and <= 100)");
        assertThatThrownBy(() -> part("100.1"))
                .hasMessage("percent: 100.1 (expected: > 0 and <= 100)");
        assertThatThrownBy(() -> part("0.0000000001"))
                .hasMessageEndingWith("(expected: at most 9 decimals)");
    }

    private static ClosePart.ByPercentage part(String percent) {
        return new ClosePart.ByPercentage(new BigDecimal(percent));
    }
}
