package dev.lockstep.app.view.body.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of positions on both sides. */
class PositionBodyTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");

    @Test
    void a_position_has_both_quantities_and_what_the_broker_reports_of_it() {
        assertThat(BodyTree.of(PositionBody.of(line("10", "10"), qty("2"), position("190.5"))))
                .hasToString(
                        """
                        {"symbol":"AAPL","localQty":"10","adjustedQty":"2","brokerQty":"10",\
                        "reconciled":true,"feePending":false,"availableQty":"4",\
                        "avgEntryPrice":"180","lastPrice":"190.5","marketValue":"1905",\
                        "unrealized":"105","dayChange":"-3.5"}\
                        """);
    }

    @Test
    void a_position_that_the_broker_does_not_have_has_no_price() {
        assertThat(BodyTree.of(PositionBody.of(line("10", "0"), NetQuantity.FLAT, null)))
                .hasToString(
                        """
                        {"symbol":"AAPL","localQty":"10","adjustedQty":"0","brokerQty":"0",\
                        "reconciled":false,"feePending":false,"availableQty":null,\
                        "avgEntryPrice":null,"lastPrice":null,"marketValue":null,"unrealized":null,\
                        "dayChange":null}\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "-3,     190.5, -571.5",
        "0.0001, 0.5,   0.00005",
        "100,    10,    1000",
        "0,      190.5, 0"
    })
    void the_market_value_is_exact_and_plain(String brokers, String price, String value) {
        assertThat(PositionBody.of(line("1", brokers), NetQuantity.FLAT, position(price)))
                .extracting(PositionBody::marketValue)
                .isEqualTo(value);
    }

    @Test
    void without_a_price_the_market_value_is_unknown() {
        assertThat(PositionBody.of(line("1", "1"), NetQuantity.FLAT, position(null)).marketValue())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, true, false",
        "1, 0.99, 0.01, true, true",
        "1, 0.98, 0.01, false, false",
        "0.99, 1, 0.01, false, false"
    })
    void a_fee_that_is_not_booked_yet_is_no_difference(
            String ours, String brokers, String fees, boolean reconciled, boolean pending) {
        PositionBody body =
                PositionBody.of(
                        new PositionComparison(AAPL, qty(ours), qty(brokers), Quantity.of(fees)),
                        NetQuantity.FLAT,
                        null);

        assertThat(body.reconciled()).isEqualTo(reconciled);
        assertThat(body.feePending()).isEqualTo(pending);
    }

    @Test
    void each_line_gets_the_position_and_the_adjustments_of_its_instrument() {
        PositionsBody body =
                PositionsBody.of(
                        new FetchedList<>(
                                List.of(
                                        line("10", "10"),
                                        new PositionComparison(MSFT, qty("1"), qty("0")))),
                        symbol -> symbol.equals(MSFT) ? qty("7") : NetQuantity.FLAT,
                        new FetchedList<>(List.of(position("190.5"))));

        assertThat(body.positions())
                .extracting(
                        PositionBody::symbol, PositionBody::adjustedQty, PositionBody::lastPrice)
                .containsExactly(tuple("AAPL", "0", "190.5"), tuple("MSFT", "7", null));
        assertThat(body.unreadable()).isEmpty();
    }

    private static PositionComparison line(String ours, String brokers) {
        return new PositionComparison(AAPL, qty(ours), qty(brokers));
    }

    private static Position position(@Nullable String price) {
        return new Position(
                AAPL,
                qty("10"),
                Quantity.of("4"),
                Price.of("180"),
                price == null ? null : Price.of(price),
                Money.of("105"),
                Money.of("-3.50"));
    }

    private static NetQuantity qty(String text) {
        return NetQuantity.of(text);
    }
}
