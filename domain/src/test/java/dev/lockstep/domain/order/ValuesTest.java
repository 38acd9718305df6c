package dev.lockstep.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.KeyScope;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.TimeOrderedIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final char UNPAIRED = Character.MIN_HIGH_SURROGATE;
    private static final String PAIR = Character.toString(0x1F680);

    private static final InstanceTag TAG = new InstanceTag("k3x9");

    @Test
    void an_order_of_nothing_is_named_as_such() {
        assertThatThrownBy(() ->
                        new NewOrder(
                                new Symbol("AAPL"),
                                Side.BUY,
                                Quantity.ZERO,
                                new OrderType.Market(),
                                TimeInForce.DAY))
                .hasMessage("qty: 0 (expected: > 0)");
    }

    @Test
    void ids_are_refused_when_blank_too_long_or_unprintable() {
        assertThatThrownBy(() -> new ClientOrderId(" "))
                .hasMessage("clientOrderId: blank (expected: 1 to 128 printable characters)");
        assertThatThrownBy(() -> new ClientOrderId("x".repeat(129)))
                .hasMessageStartingWith("clientOrderId: xxx");
        assertThatThrownBy(() -> new IdempotencyKey("a\u0000b")).hasMessageStartingWith("key: a?b");
        assertThatThrownBy(() -> new IdempotencyKey("a" + UNPAIRED))
                .as("UTF-8 would store it as another key")
                .hasMessageStartingWith("key: a");
        assertThat(new IdempotencyKey("a" + PAIR).value()).isEqualTo("a" + PAIR);
        assertThatThrownBy(() -> new BrokerOrderId(""))
                .hasMessageStartingWith("brokerOrderId: blank");
        assertThatThrownBy(() -> new OrderId("5"))
                .hasMessage("orderId: 5 (expected: a version 7 UUID in lower case)");
        assertThatThrownBy(() -> new InstanceTag("A"))
                .hasMessage("instanceTag: A (expected: 4 to 16 of a-z and 0-9)");
    }

    @Test
    void ids_sort_by_the_time_they_were_made_even_when_the_clock_stands_still_or_goes_back() {
        SplittableRandom random = new SplittableRandom(1);
        long[] millis = {1_000};
        TimeOrderedIds ids = new TimeOrderedIds(TAG, () -> Instant.ofEpochMilli(millis[0]), random);
        List<OrderId> made =
                Stream.generate(
                                () -> {
                                    millis[0] += random.nextInt(-2, 3);
                                    return ids.nextOrderId();
                                })
                        .limit(20_000)
                        .toList();

        assertThat(made).isSorted();
        assertThat(new HashSet<>(made)).hasSameSizeAs(made);
    }

    @Test
    void two_generators_at_the_same_time_make_different_ids() {
        Set<OrderId> made = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            made.add(
                    new TimeOrderedIds(TAG, () -> SampleOrders.START, new SplittableRandom(seed))
                            .nextOrderId());
        }

        assertThat(made).hasSize(100);
    }

    @Test
    void a_client_order_id_tells_which_database_made_it() {
        TimeOrderedIds ids =
                new TimeOrderedIds(TAG, () -> SampleOrders.START, new SplittableRandom(1));
        ClientOrderId made = ids.clientOrderId(ids.nextOrderId());

        assertThat(TAG.made(made)).isTrue();
        assertThat(new InstanceTag("k3x8").made(made)).isFalse();
    }

    @Test
    void a_trail_in_percent_lies_between_nothing_and_everything() {
        assertThatThrownBy(() -> new OrderType.Trail.ByPercent(new BigDecimal("100")))
                .hasMessage("trailPercent: 100 (expected: > 0 and < 100)");
        assertThatThrownBy(() -> new OrderType.Trail.ByPercent(BigDecimal.ZERO))
                .hasMessage("trailPercent: 0 (expected: > 0 and < 100)");
        assertThat(new OrderType.Trail.ByPercent(new BigDecimal("2.50")))
                .isEqualTo(new OrderType.Trail.ByPercent(new BigDecimal("2.5")))
                .hasToString("2.5");
    }

    @Test
    void an_amount_in_dollars_is_above_zero() {
        assertThatThrownBy(() -> new OrderAmount.ByCash(Money.ZERO))
                .hasMessage("notional: 0 (expected: > 0)");
        assertThat(new OrderAmount.ByCash(Money.of("100"))).hasToString("$100");
    }

    @Test
    void ids_are_shown_by_their_value() {
        assertThat(TAG).hasToString("k3x9");
        assertThat(new ExecutionId("e-1")).hasToString("e-1");
        assertThat(new KeyScope("bot 7")).hasToString("bot 7");
        assertThat(new IdempotencyKey("click 1")).hasToString("click 1");
        assertThat(new IdempotencyKey("click 1", new KeyScope("bot 7")))
                .hasToString("bot 7/click 1");
    }

    @Test
    void the_author_of_requests_under_a_key_is_its_scope() {
        assertThat(new IdempotencyKey("click 1").author()).isNull();
        assertThat(new IdempotencyKey("click 1", new KeyScope("bot 7")).author())
                .isEqualTo(new Author("bot 7"));
    }

    @Test
    void executions_sort_by_their_id() {
        assertThat(new ExecutionId("a")).isLessThan(new ExecutionId("b"));
        assertThat(new ExecutionId("b")).isGreaterThan(new ExecutionId("a"));
    }

    @Test
    void an_id_of_an_imported_order_is_the_same_each_time_and_sorts_by_time_and_number() {
        Instant time = Instant.parse("2026-01-05T14:30:00Z");

        assertThat(OrderId.at(time, 5))
                .isEqualTo(new OrderId("019b8e90-9a40-7000-8000-000000000005"))
                .isGreaterThan(OrderId.at(time, 4))
                .isLessThan(OrderId.at(time.plusMillis(1), 0));
        assertThat(OrderId.at(time, 0)).isEqualTo(OrderId.earliestAt(time));
    }

    @Test
    void a_side_has_an_opposite_one() {
        assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
    }

    @Test
    void a_bracket_has_two_exits_and_a_simple_order_none() {
        ExitLeg.StopLoss stop = new ExitLeg.StopLoss(Price.of("90"), null);
        ExitLeg.TakeProfit target = new ExitLeg.TakeProfit(Price.of("110"));

        assertThat(
                        List.of(
                                new OrderClass.Simple(),
                                new OrderClass.Bracket(target, stop),
                                new OrderClass.OneCancelsOther(stop),
                                new OrderClass.OneTriggersOther(target)))
                .extracting(OrderClass::word, OrderClass::exits)
                .containsExactly(
                        tuple("simple", 0), tuple("bracket", 2), tuple("oco", 1), tuple("oto", 1));
    }

    @Test
    void a_broker_cannot_report_a_status_of_ours() {
        assertThatThrownBy(() -> new ReportedStatus.Known("unknown", OrderStatus.UNKNOWN))
                .hasMessage("status: unknown (expected: a status a broker can report)");
    }

    @Test
    void evidence_keeps_a_bounded_part_of_a_payload_and_says_that_it_was_cut() {
        Evidence evidence = new Evidence(Evidence.Source.POLL, "s", "r", "x".repeat(1_000_000));

        assertThat(evidence.payload()).hasSize(Evidence.MAX_PAYLOAD_CHARS).endsWith("…[cut]");
        String longest = "x".repeat(Evidence.MAX_PAYLOAD_CHARS);
        assertThat(new Evidence(Evidence.Source.POLL, "s", "r", longest).payload())
                .isEqualTo(longest);
    }
}
