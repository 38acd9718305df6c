package dev.lockstep.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class GroupedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1234567.125 | 1,234,567.125 | 1,234,567.125 | $1,234,567.12
                    12400       | 12,400        | 12,400.00     | $12,400.00
                    0.00001234  | 0.00001234    | 0.00001234    | $0.000012
                    -12400.5    | -12,400.5     | -12,400.50    | -$12,400.50
                    -0.004      | -0.004        | -0.004        | -$0.004
                    0.001       | 0.001         | 0.001         | $0.001
                    0           | 0             | 0.00          | $0.00
                    """)
    void numbers_are_grouped(BigDecimal value, String exact, String price, String dollars) {
        assertThat(GroupedNumber.exact(value)).isEqualTo(exact);
        assertThat(GroupedNumber.price(value)).isEqualTo(price);
        assertThat(GroupedNumber.dollars(value)).isEqualTo(dollars);
    }
}
