package dev.lockstep.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RequestFields;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields that each type and class of an order requires and forbids. */
class OrderFormTest {
    private static final String PROFIT = "\"take_profit\":{\"limit_price\":\"9\"}";
    private static final String LOSS = "\"stop_loss\":{\"stop_price\":\"7\"}";

    private static String checked(String type, String orderClass, String fields) {
        Set<PriceField> present = PriceField.in(new RequestFields(json(fields)));
        ExitForm exits = ExitForm.of(orderClass).orElseThrow();
        return PriceForm.of(type)
                .orElseThrow()
                .check(exits, present)
                .or(() -> exits.check(present))
                .map(error -> error.kind().code() + " " + error.message())
                .orElse("");
    }

    private static ObjectNode json(String fields) {
        try {
            return (ObjectNode) JsonMapper.builder().build().readTree("{" + fields + "}");
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "market | '' | none",
                "market | \"limit_price\":1 | 40010001 market orders require no stop or limit price",
                "limit | \"limit_price\":1 | none",
                "limit | \"limit_price\":\"\" | 40010001 limit orders require only limit price",
                "limit | \"limit_price\":1,\"stop_price\":1"
                        + "| 40010001 limit orders require only limit price",
                "stop | \"stop_price\":1 | none",
                "stop | '' | 40010001 stop orders require only stop price",
                "stop_limit | \"stop_price\":1,\"limit_price\":1 | none",
                "stop_limit | \"stop_price\":1"
                        + "| 40010001 stop limit orders require both stop and limit price",
                "trailing_stop | \"trail_price\":1 | none",
                "trailing_stop | \"trail_percent\":1 | none",
                "trailing_stop | \"trail_percent\":1,\"trail_price\":1 | 40010001 trailing stop orders"
                        + " must specify one of trail_price or trail_percent",
                "trailing_stop | \"stop_price\":1"
                        + "| 40010001 trailing stop orders require no stop or limit price",
                "market | \"trail_price\":1 | 42210000 market orders must not have trail_price",
            })
    void a_type_names_the_prices_that_it_requires(
            String type, String fields, @Nullable String expected) {
        assertThat(checked(type, "", fields)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void a_class_names_the_exits_that_it_requires() {
        for (String orderClass : Set.of("bracket", "oco")) {
            String requires = "40010001 " + orderClass + " orders require ";
            assertThat(checked("limit", orderClass, "\"limit_price\":8," + LOSS))
                    .isEqualTo(requires + "take_profit.limit_price");
            assertThat(checked("limit", orderClass, "\"limit_price\":8," + PROFIT))
                    .isEqualTo(requires + "stop_loss.stop_price");
            assertThat(checked("limit", orderClass, "\"limit_price\":8," + PROFIT + "," + LOSS))
                    .isEmpty();
        }
        String one = "40010001 oto orders require either take_profit or stop_loss";
        assertThat(checked("market", "oto", "")).isEqualTo(one);
        assertThat(checked("market", "oto", PROFIT + "," + LOSS)).isEqualTo(one);
        assertThat(checked("market", "oto", LOSS)).isEmpty();
    }

    @Test
    void the_limit_of_an_oco_order_is_that_of_its_take_profit() {
        assertThat(checked("limit", "oco", PROFIT + "," + LOSS)).isEmpty();
        assertThat(checked("limit", "bracket", PROFIT + "," + LOSS))
                .isEqualTo("40010001 limit orders require only limit price");
    }

    @Test
    void a_simple_order_ignores_exits() {
        assertThat(checked("market", "simple", PROFIT + "," + LOSS)).isEmpty();
    }

    @Test
    void other_types_and_classes_are_unknown() {
        assertThat(PriceForm.of("MARKET")).isEqualTo(Optional.empty());
        assertThat(ExitForm.of("mleg")).isEqualTo(Optional.empty());
    }
}
