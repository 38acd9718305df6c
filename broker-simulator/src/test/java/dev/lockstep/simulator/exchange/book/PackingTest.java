package dev.lockstep.simulator.exchange.book;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.Venue;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import dev.lockstep.simulator.exchange.model.FillTotals;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderLinks;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.OrderTimestamps;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Packing and unpacking is lossless. */
class PackingTest {
    private static final int TRIES = 500;

    @Property(tries = TRIES)
    void packing_an_order_is_lossless(@ForAll("orders") Order order) {
        assertThat(PackedOrder.unpack(PackedOrder.pack(order))).isEqualTo(order);
    }

    @Property(tries = TRIES)
    void packing_a_trade_is_lossless(@ForAll("executions") Execution execution) {
        byte[] packed = PackedExecution.pack(execution);
        assertThat(PackedExecution.unpack(packed)).isEqualTo(execution);
        assertThat(PackedExecution.at(packed)).isEqualTo(execution.at());
        assertThat(PackedExecution.id(packed)).isEqualTo(execution.id());
    }

    @Test
    void a_closed_order_takes_less_than_a_fifth_of_a_kilobyte() {
        Venue venue = new Venue();
        Order order = venue.order(venue.buy("AAPL", "10"));
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(PackedOrder.pack(order)).hasSizeLessThan(200);
    }

    @Provide
    Arbitrary<Order> orders() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.longs().greaterOrEqual(0),
                        texts(),
                        terms(),
                        decimals(),
                        Combinators.combine(
                                        Arbitraries.of(OrderStatus.class),
                                        Arbitraries.of(TriggerState.class),
                                        Arbitraries.of(LegRole.class).injectNull(0.5))
                                .as(State::new),
                        milestones(),
                        ids().injectNull(0.5))
                .as((id, number, text, terms, price, state, milestones, other) ->
                        new Order(
                                id,
                                number,
                                "a" + text,
                                text,
                                terms,
                                price,
                                state.status,
                                state.readiness,
                                new FillTotals(price.abs(), price),
                                milestones,
                                new OrderLinks(other, state.role, null, other),
                                other == null ? null : price,
                                other == null ? price : null));
    }

    @Provide
    Arbitrary<Execution> executions() {
        return Combinators.combine(
                        ids(),
                        times(),
                        texts(),
                        Arbitraries.of(Side.class),
                        decimals(),
                        Arbitraries.of(OrderStatus.class),
                        Arbitraries.of(ExecutionType.class),
                        ids().injectNull(0.5))
                .as((id, at, symbol, side, amount, status, type, previous) ->
                        new Execution(
                                id,
                                at,
                                new UUID(id.getLeastSignificantBits(), 7),
                                symbol,
                                side,
                                amount,
                                amount.negate(),
                                amount.add(BigDecimal.ONE),
                                BigDecimal.ZERO,
                                status,
                                type,
                                previous));
    }

    private record State(OrderStatus status, TriggerState readiness, @Nullable LegRole role) {}

    private static Arbitrary<OrderTerms> terms() {
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(Side.class),
                        Arbitraries.of(OrderType.class),
                        Arbitraries.of(TimeInForce.class),
                        Arbitraries.of(OrderClass.class),
                        decimals(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(PositionIntent.class))
                .as((symbol, side, type, tif, orderClass, amount, flag, intent) ->
                        new OrderTerms(
                                symbol,
                                side,
                                type,
                                tif,
                                orderClass,
                                flag ? amount : null,
                                flag ? null : amount,
                                amount,
                                amount,
                                flag ? dec("0.10") : null,
                                flag ? null : amount,
                                flag,
                                intent));
    }

    private static Arbitrary<OrderTimestamps> milestones() {
        return Combinators.combine(times(), times(), times().injectNull(0.5))
                .as((one, other, none) ->
                        new OrderTimestamps(one, other, one, none, other, none, none, other));
    }

    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().excludeChars(surrogates()).ofMaxLength(128);
    }

    /** Unpaired surrogates have no UTF-8 encoding; the HTTP layer rejects them. */
    private static char[] surrogates() {
        char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return all;
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-40, 40))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }
}
