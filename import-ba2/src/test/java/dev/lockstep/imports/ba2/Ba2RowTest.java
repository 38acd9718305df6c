package dev.lockstep.imports.ba2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportNote.Kind;
import dev.lockstep.imports.ImportedOrder;
import dev.lockstep.imports.LegacyOrder;
import dev.lockstep.imports.LegacyRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mapping of each value of a BA2 order row. */
class Ba2RowTest {
    private static final List<String> COLUMNS =
            List.of(
                    "symbol",
                    "quantity",
                    "side",
                    "order_type",
                    "good_for",
                    "status",
                    "filled_qty",
                    "open_price",
                    "created_at",
                    "broker_order_id",
                    "limit_price",
                    "stop_price",
                    "depends_on_order",
                    "parent_order_id",
                    "transaction_id",
                    "asset_class");

    private final SequencedMap<String, Object> row = new LinkedHashMap<>();

    Ba2RowTest() {
        row.putAll(
                Map.of(
                        "symbol", "AAPL",
                        "quantity", 10.0,
                        "side", "BUY",
                        "order_type", "MARKET",
                        "good_for", "day",
                        "status", "FILLED",
                        "filled_qty", 10.0,
                        "created_at", "2025-10-17 09:30:00.123456",
                        "broker_order_id", "b-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "FILLED, FILLED",
        "filled, FILLED",
        "PENDING_NEW, ACCEPTED",
        "open, ACCEPTED",
        "cancelled, CANCELED",
        "ACCEPTED_FOR_BIDDING, ACCEPTED",
        "HELD, HELD",
        "PENDING_CANCEL, PENDING_CANCEL"
    })
    void a_broker_status_is_mapped_ignoring_case(String text, OrderStatus status) {
        row.put("status", text);

        assertThat(order().status())
                .isInstanceOfSatisfying(
                        ReportedStatus.Known.class,
                        known -> assertThat(known.status()).isEqualTo(status));
        assertThat(notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "unknown", "CLOSED", "ALL"})
    void a_status_of_ba2_only_is_unrecognized_without_a_note(String text) {
        row.put("status", text);

        assertThat(order().status()).isInstanceOf(ReportedStatus.Unrecognized.class);
        assertThat(notes()).isEmpty();
    }

    @Test
    void an_unknown_status_is_kept_and_noted() {
        row.put("status", "half-\u001bfilled");

        assertThat(order().status().word()).isEqualTo("HALF-?FILLED");
        assertThat(order().row()).contains("status: half-\u001bfilled");
        assertThat(notes())
                .singleElement()
                .extracting(ImportNote::text)
                .isEqualTo("tradingorder 1: status: HALF-?FILLED (the broker will be asked)");
    }

    @Test
    void an_order_that_was_not_sent_is_noted() {
        row.put("status", "WAITING_TRIGGER");
        row.remove("broker_order_id");

        assertThat(order().brokerOrderId()).isNull();
        assertThat(notes()).extracting(ImportNote::kind).containsExactly(Kind.NOT_PLACED);
    }

    @Test
    void each_order_type_has_its_prices() {
        row.put("limit_price", 190.5);
        row.put("stop_price", 180.25);
        Price limit = Price.of("190.5");
        Price stop = Price.of("180.25");

        assertThat(type("MARKET")).isEqualTo(new OrderType.Market());
        assertThat(type("BUY_LIMIT")).isEqualTo(new OrderType.Limit(limit));
        assertThat(type("sell_stop")).isEqualTo(new OrderType.Stop(stop));
        assertThat(type("stop_limit")).isEqualTo(new OrderType.StopLimit(stop, limit));
        assertThat(type("OCO")).isEqualTo(new OrderType.Limit(limit));
        assertThat(order().terms().orderClass())
                .isEqualTo(new OrderClass.OneCancelsOther(new ExitLeg.StopLoss(stop, null)));
        row.remove("limit_price");
        assertThat(type("OTO")).isEqualTo(new OrderType.Stop(stop));
        assertThat(order().terms().orderClass()).isEqualTo(new OrderClass.Simple());
    }

    @Test
    void an_unknown_order_type_is_derived_from_the_prices() {
        row.put("limit_price", 190.5);

        assertThat(type("ICEBERG")).isEqualTo(new OrderType.Limit(Price.of("190.5")));
        assertThat(notes()).extracting(ImportNote::kind).containsExactly(Kind.UNKNOWN_WORD);
    }

    @Test
    void an_order_type_of_the_opposite_side_is_noted_and_the_side_applies() {
        row.put("limit_price", 190.5);
        row.put("order_type", "SELL_LIMIT");

        assertThat(order().terms().side()).isEqualTo(Side.BUY);
        assertThat(notes()).extracting(ImportNote::kind).containsExactly(Kind.SIDE_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "gtc, 10, GTC",
                "DAY, 10, DAY",
                "null, 10, GTC",
                "null, 2.5, DAY",
                "weekly, 10, GTC"
            })
    void the_time_in_force_follows_ba2s_default(
            String text, Double quantity, TimeInForce expected) {
        row.remove("good_for");
        if (text != null) {
            row.put("good_for", text);
        }
        row.put("quantity", quantity);

        assertThat(order().terms().timeInForce()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-17 09:30:00.123456, 2025-10-17T09:30:00.123456Z",
        "2025-10-17 09:30:00, 2025-10-17T09:30:00Z",
        "2025-10-17T09:30:00.5, 2025-10-17T09:30:00.500Z",
        "2025-10-17 09:30:00+02:00, 2025-10-17T07:30:00Z"
    })
    void a_time_is_utc_unless_it_has_a_zone(String text, Instant time) {
        row.put("created_at", text);

        assertThat(order().createdAt()).isEqualTo(time);
    }

    @Test
    void an_invalid_time_is_omitted_and_noted() {
        row.put("created_at", "yesterday");

        assertThat(order().createdAt()).isNull();
        assertThat(notes()).extracting(ImportNote::kind).containsExactly(Kind.NO_VALUE);
    }

    @Test
    void a_double_is_its_shortest_decimal() {
        row.put("quantity", 0.1);
        row.put("filled_qty", 0.1);
        row.put("open_price", 189.37);

        assertThat(order().terms().orderQty()).isEqualTo(Quantity.of("0.1"));
        assertThat(order().cumQty()).isEqualTo(Quantity.of("0.1"));
        assertThat(order().avgPx()).isEqualTo(Price.of("189.37"));
        assertThat(notes()).isEmpty();
    }

    @Test
    void the_average_price_column_of_october_2025_takes_precedence() {
        row.put("open_price", 1.5);
        row.put("filled_avg_price", 189.37);

        assertThat(order().avgPx()).isEqualTo(Price.of("189.37"));
    }

    @Test
    void excess_decimals_are_truncated_and_noted() {
        row.put("quantity", 0.1 + 0.2);

        assertThat(order().terms().orderQty()).isEqualTo(Quantity.of("0.3"));
        assertThat(notes()).extracting(ImportNote::kind).containsExactly(Kind.ROUNDED);
    }

    @Test
    void a_price_off_the_tick_is_kept_and_noted() {
        row.put("order_type", "BUY_LIMIT");
        row.put("limit_price", 123.456);

        assertThat(order().terms().type()).isEqualTo(new OrderType.Limit(Price.of("123.456")));
        assertThat(notes())
                .singleElement()
                .extracting(ImportNote::text)
                .isEqualTo(
                        "tradingorder 1: limit_price: 123.456 (kept as it is; the broker takes"
                                + " 123.45 or 123.46)");
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 0.0, > 0",
        "quantity, -5.0, > 0",
        "side, HOLD, BUY or SELL",
        "symbol, '', a value",
        "order_type, TRAILING_STOP, a type whose prices BA2 stores",
        "order_type, BUY_LIMIT, > 0 for this type of order"
    })
    void an_invalid_row_is_reported_with_field_value_and_rule(
            String field, String value, String rule) {
        row.put(field, field.equals("quantity") ? Double.valueOf(value) : value);

        assertThat(read())
                .isInstanceOfSatisfying(
                        LegacyRow.Illegible.class,
                        illegible -> {
                            assertThat(illegible.why().kind()).isEqualTo(Kind.IMPOSSIBLE);
                            assertThat(illegible.why().rule()).isEqualTo("expected: " + rule);
                        });
    }

    @Test
    void an_infinite_quantity_is_invalid() {
        row.put("quantity", Double.POSITIVE_INFINITY);

        assertThat(read())
                .isInstanceOfSatisfying(
                        LegacyRow.Illegible.class,
                        illegible ->
                                assertThat(illegible.why().text())
                                        .contains("quantity: Infinity (expected: a number"));
    }

    @ParameterizedTest
    @CsvSource({
        "asset_class, OPTION",
        "asset_class, us_option",
        "contract_symbol, AAPL260116C00200000",
        "option_strategy, bull_call_spread"
    })
    void an_option_is_reported_as_an_option(String field, String value) {
        row.put(field, value);

        assertThat(read())
                .isInstanceOfSatisfying(
                        LegacyRow.Illegible.class,
                        illegible -> assertThat(illegible.why().kind()).isEqualTo(Kind.OPTION));
    }

    @Test
    void a_parent_order_takes_precedence_over_a_dependency() {
        row.put("depends_on_order", 7);
        assertThat(order().parent()).isEqualTo(new LegacyOrder.Link("depends_on_order", 7));

        row.put("parent_order_id", 5L);
        assertThat(order().parent()).isEqualTo(new LegacyOrder.Link("parent_order_id", 5));
    }

    @Test
    void a_missing_transaction_is_noted() {
        row.put("transaction_id", 9);
        assertThat(notes()).extracting(ImportNote::kind).containsExactly(Kind.DANGLING);

        row.put(Ba2Sql.TRANSACTION_FOUND, 1);
        assertThat(notes()).isEmpty();
    }

    @Property
    void any_row_is_either_an_order_or_reported(@ForAll("values") List<Object> values) {
        SequencedMap<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            cells.put(COLUMNS.get(i), values.get(i));
        }

        LegacyRow read = Ba2Row.read(1, new Cells(cells));

        if (read instanceof LegacyRow.Legible legible) {
            ImportedOrder order =
                    ImportedOrder.of("BA2", legible.order(), null, Instant.EPOCH.plusSeconds(9));
            assertThat(order.order().cumQty())
                    .isLessThanOrEqualTo(order.order().terms().orderQty());
        }
    }

    @Provide
    Arbitrary<List<Object>> values() {
        Arbitrary<Object> texts =
                Arbitraries.of(
                        "AAPL",
                        "BTC/USD",
                        "BUY",
                        "sell",
                        "MARKET",
                        "OCO",
                        "gtc",
                        "FILLED",
                        "NEW",
                        "WAITING_TRIGGER",
                        "equity",
                        "b-1",
                        "2025-10-17 09:30:00",
                        "",
                        "  ",
                        "1e99",
                        "1e-2147483647",
                        "-999999999-01-01T00:00",
                        "NaN",
                        "\u0000\u001b[2J",
                        "x".repeat(500));
        Arbitrary<Object> numbers =
                Arbitraries.of(
                        1,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        0.0,
                        -1.5,
                        10.0,
                        123.456,
                        Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        Double.NEGATIVE_INFINITY,
                        new byte[] {1, 2});
        return Arbitraries.oneOf(texts, numbers).list().ofSize(COLUMNS.size());
    }

    private OrderType type(String text) {
        row.put("order_type", text);
        return order().terms().type();
    }

    private LegacyRow read() {
        return Ba2Row.read(1, new Cells(row));
    }

    private LegacyOrder order() {
        return legible().order();
    }

    private List<ImportNote> notes() {
        return legible().notes();
    }

    private LegacyRow.Legible legible() {
        return switch (read()) {
            case LegacyRow.Legible legible -> legible;
            case LegacyRow.Illegible illegible -> throw new AssertionError(illegible.why().text());
        };
    }
}
