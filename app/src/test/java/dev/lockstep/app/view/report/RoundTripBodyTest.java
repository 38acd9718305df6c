package dev.lockstep.app.view.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Trip;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One round trip: its direction, its prices and the reason of its exit. */
class RoundTripBodyTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final SampleOrders SAMPLES = new SampleOrders();
    private static final Price PRICE = Price.of("190");
    private static final OrderType.StopLimit STOP_LIMIT = new OrderType.StopLimit(PRICE, PRICE);
    private static final OrderType.TrailingStop TRAILING =
            new OrderType.TrailingStop(new OrderType.Trail.ByPercent(new BigDecimal("2")));

    static Stream<Arguments> exits() {
        return Stream.of(
                arguments(null, "external"),
                arguments(SAMPLES.of(new OrderPurpose.Closing(null, true)), "close"),
                arguments(SAMPLES.intent(), "order"),
                arguments(SAMPLES.intent(limit()), "order"),
                arguments(leg(new OrderType.Limit(PRICE)), "take profit"),
                arguments(leg(new OrderType.Stop(PRICE)), "stop loss"),
                arguments(leg(STOP_LIMIT), "stop loss"),
                arguments(leg(TRAILING), "stop loss"),
                arguments(leg(new OrderType.Market()), "order"),
                arguments(protection(new OrderType.Stop(PRICE)), "stop loss"),
                arguments(protection(new OrderType.Limit(PRICE)), "take profit"));
    }

    @ParameterizedTest
    @MethodSource("exits")
    void the_reason_of_an_exit_follows_from_its_order(@Nullable Order exit, String reason) {
        RoundTripBody body =
                RoundTripBody.of(new Trip(trip(Side.BUY, "1", "1", "1"), Money.ZERO, null, exit));

        assertThat(body.exitReason()).isEqualTo(reason);
        assertThat(body.exitOrder()).isEqualTo(exit == null ? null : exit.id().value());
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                arguments(null, "external"),
                arguments(SAMPLES.intent(), "market order"),
                arguments(SAMPLES.intent(limit()), "limit order"),
                arguments(leg(new OrderType.Stop(PRICE)), "exit order"),
                arguments(protection(new OrderType.Stop(PRICE)), "exit order"),
                arguments(SAMPLES.of(new OrderPurpose.Adopted()), "adopted"),
                arguments(SAMPLES.of(new OrderPurpose.Imported()), "imported"),
                arguments(SAMPLES.of(new OrderPurpose.Closing(null, true)), "close"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void the_reason_of_an_entry_follows_from_its_order(@Nullable Order entry, String reason) {
        Trip trip = new Trip(trip(Side.BUY, "1", "1", "1"), Money.ZERO, entry, null);

        assertThat(RoundTripBody.of(trip).entryReason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 100, 33.333333",
        "3, 200, 66.666667",
        "10, 1900, 190",
        "0.5, 0.00005, 0.0001",
        "8, 0.000004, 0",
        "8, 0.000012, 0.000002"
    })
    void a_price_has_six_decimals_at_most(String qty, String value, String price) {
        RoundTripBody body =
                RoundTripBody.of(
                        new Trip(trip(Side.BUY, qty, value, value), Money.ZERO, null, null));

        assertThat(body.entryPrice()).isEqualTo(price);
        assertThat(body.exitPrice()).isEqualTo(price);
    }

    @Test
    void a_round_trip_that_begins_with_a_sale_is_short_and_gains_when_the_price_falls() {
        RoundTripBody body =
                RoundTripBody.of(
                        new Trip(
                                trip(Side.SELL, "10", "1900", "1800"),
                                Money.of("-0.25"),
                                null,
                                null));

        assertThat(body.direction()).isEqualTo("short");
        assertThat(body.profit()).isEqualTo("100");
        assertThat(body.fees()).isEqualTo("-0.25");
        assertThat(body.netProfit()).isEqualTo("99.75");
        assertThat(body.heldMillis()).isEqualTo(Duration.ofMinutes(5).toMillis());
    }

    @Test
    void the_strategy_is_that_of_the_entry() {
        Order entry = SAMPLES.intent(SampleOrders.tenShares().with(new StrategyId("trend")));
        RoundTrip trip = trip(Side.BUY, "10", "1900", "1800");
        RoundTripBody body = RoundTripBody.of(new Trip(trip, Money.ZERO, entry, SAMPLES.intent()));

        assertThat(body.direction()).isEqualTo("long");
        assertThat(body.profit()).isEqualTo("-100");
        assertThat(body.strategy()).isEqualTo("trend");
        assertThat(body.entryOrder()).isEqualTo(entry.id().value());
        assertThat(RoundTripBody.of(new Trip(trip, Money.ZERO, null, entry)).strategy()).isNull();
    }

    private static NewOrder limit() {
        return SampleOrders.tenShares().with(new OrderType.Limit(PRICE));
    }

    private static Order leg(OrderType type) {
        OrderId id = SAMPLES.ids().nextOrderId();
        return Order.waiting(
                id,
                SAMPLES.ids().clientOrderId(id),
                new IdempotencyKey(id.value()),
                SAMPLES.intent().id(),
                SampleOrders.tenShares().with(type),
                SampleOrders.START);
    }

    /** Returns an exit that a close has sent again for what is left of the position. */
    private static Order protection(OrderType type) {
        OrderId id = SAMPLES.ids().nextOrderId();
        return Order.waiting(
                id,
                SAMPLES.ids().clientOrderId(id),
                new IdempotencyKey(id.value()),
                new OrderPurpose.Protection(
                        SAMPLES.intent().id(),
                        SAMPLES.intent().id(),
                        OrderPurpose.Protection.Part.REST,
                        1),
                null,
                SampleOrders.tenShares().with(type),
                "",
                SampleOrders.START);
    }

    private static RoundTrip trip(Side side, String qty, String entryValue, String exitValue) {
        return new RoundTrip(
                new Symbol("AAPL"),
                side,
                new BrokerOrderId("b-1"),
                new BrokerOrderId("b-2"),
                Quantity.of(qty),
                Money.of(entryValue),
                Money.of(exitValue),
                AT,
                AT.plus(Duration.ofMinutes(5)));
    }
}
