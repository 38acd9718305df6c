package dev.lockstep.domain.risk.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes and the names of limits, as the documentation tells them and as they are. */
class DenialCodesTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "denials.md");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
    private static final Pattern LIMIT = Pattern.compile("(?m)^\\| `[a-z_]+` \\| `([a-z-]+)` \\|");

    private static final List<String> LIMITS =
            Arrays.stream(LimitName.values()).map(LimitName::word).toList();

    @Test
    void the_documented_codes_are_the_codes_there_are() throws IOException {
        assertThat(found(CODE))
                .filteredOn(code -> !LIMITS.contains(code))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DenialReason.values()).map(ShownValue::of).toList());
    }

    @Test
    void the_documented_limits_are_the_limits_there_are() throws IOException {
        assertThat(found(LIMIT)).containsExactlyInAnyOrderElementsOf(LIMITS);
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void a_limit_that_is_misspelled_is_answered_with_the_nearest_one() {
        assertThatThrownBy(() -> LimitName.of("max-ordr-valu"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(
                        "limit: max-ordr-valu (expected: max-order-value? All: max-order-value,");
        assertThat(LimitName.of("MAX_ORDER_VALUE")).isEqualTo(LimitName.MAX_ORDER_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max-order-value  | 0         | max-order-value: 0 (expected: > 0)
                    max-order-value  | much      | max-order-value: much (expected: a decimal number)
                    max-order-qty    | -1        | max-order-qty: -1 (expected: > 0)
                    max-open-orders  | 0         | max-open-orders: 0 (expected: 1 to 100000)
                    max-open-orders  | 1.5       | max-open-orders: 1.5 (expected: a number of orders, such as 50)
                    price-collar     | 101%      | price-collar: 101 (expected: above 0 and at most 100 percent, at most 4 decimals)
                    duplicate-window | 10        | duplicate-window: 10 (expected: 1s to 24h, with a unit: ms, s, m or h)
                    duplicate-window | 25h       | duplicate-window: 25h (expected: 1s to 24h)
                    max-order-rate   | 10        | max-order-rate: 10 (expected: orders in a time, such as 10/1s)
                    max-order-rate   | 0/1s      | max-order-rate: 0 (expected: 1 to 100000)
                    allowed-symbols  | A$PL      | allowed-symbols: A$PL (expected: capitals such as AAPL or BTC/USD)
                    wash-trades      | allow     | wash-trades: allow (expected: deny)
                    """)
    void a_value_that_cannot_be_is_named_with_what_is_allowed(
            String name, String value, String message) {
        assertThatThrownBy(() -> LimitName.of(name).read(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
