package dev.lockstep.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for an order whatever reports come, how often, and in which order. */
class OrderPropertiesTest {
    private static final Instant AT = SampleOrders.START;

    private final Order intent = new SampleOrders().intent();

    @Property
    void what_has_traded_is_the_most_that_was_ever_reported(
            @ForAll("reports") List<StatusReport> reports) {
        Quantity most =
                reports.stream()
                        .map(StatusReport::cumQty)
                        .max(Quantity::compareTo)
                        .orElse(Quantity.ZERO);

        assertThat(afterAll(reports).cumQty()).isEqualTo(most);
    }

    @Property
    void a_closed_order_stays_closed(@ForAll("reports") List<StatusReport> reports) {
        Order order = intent;
        boolean closed = false;
        for (StatusReport report : reports) {
            order = order.apply(report, AT);
            assertThat(closed && !order.status().closed()).isFalse();
            closed = order.status().closed();
        }
    }

    @Property
    void every_report_may_come_twice(@ForAll("reports") List<StatusReport> reports) {
        for (StatusReport report : reports) {
            Order once = intent.apply(report, AT);

            assertThat(once.apply(report, AT)).isSameAs(once);
        }
    }

    @Property
    void the_life_of_an_order_ends_the_same_in_whatever_order_it_is_told(
            @ForAll("life") List<StatusReport> life, @ForAll Random random) {
        List<StatusReport> shuffled = new ArrayList<>(life);
        shuffled.addAll(life);
        Collections.shuffle(shuffled, random);

        Order straight = afterAll(life);
        Order mixed = afterAll(shuffled);

        assertThat(mixed.status()).isEqualTo(straight.status());
        assertThat(mixed.cumQty()).isEqualTo(straight.cumQty());
    }

    @Property
    void versions_count_the_changes(@ForAll("reports") List<StatusReport> reports) {
        Order order = intent;
        for (StatusReport report : reports) {
            Order next = order.apply(report, AT);
            assertThat(next.version())
                    .isEqualTo(next.equals(order) ? order.version() : order.version() + 1);
            order = next;
        }
    }

    @Provide
    Arbitrary<List<StatusReport>> reports() {
        Arbitrary<OrderStatus> status =
                Arbitraries.of(OrderStatus.class)
                        .filter(any -> !any.unresolved() && !any.neverSent())
                        .filter(any -> any != OrderStatus.NEVER_ACCEPTED);
        Arbitrary<Integer> traded = Arbitraries.integers().between(0, 10);
        Arbitrary<Integer> second = Arbitraries.integers().between(0, 5);
        return Combinators.combine(status, traded, second).as(this::report).list().ofMaxSize(12);
    }

    /** A life as a venue has it: accepted, new, some fills, and an end. */
    @Provide
    Arbitrary<List<StatusReport>> life() {
        Arbitrary<List<Integer>> fills =
                Arbitraries.integers().between(1, 9).list().uniqueElements().ofMaxSize(4);
        Arbitrary<OrderStatus> end =
                Arbitraries.of(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.EXPIRED);
        return Combinators.combine(fills, end).as(this::life);
    }

    private List<StatusReport> life(List<Integer> fills, OrderStatus end) {
        List<StatusReport> life = new ArrayList<>();
        life.add(report(OrderStatus.ACCEPTED, 0, 0));
        life.add(report(OrderStatus.NEW, 0, 1));
        int traded = 0;
        for (int fill : fills.stream().sorted().toList()) {
            traded = fill;
            life.add(report(OrderStatus.PARTIALLY_FILLED, traded, life.size()));
        }
        life.add(report(end, end == OrderStatus.FILLED ? 10 : traded, life.size()));
        return life;
    }

    private StatusReport report(OrderStatus status, int traded, int second) {
        Quantity cumQty = Quantity.of(String.valueOf(traded));
        return new StatusReport(
                SampleOrders.brokerOrderId(intent),
                new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status),
                cumQty,
                cumQty.zero() ? null : Price.of("10"),
                AT.plusSeconds(second));
    }

    private Order afterAll(List<StatusReport> reports) {
        Order order = intent;
        for (StatusReport report : reports) {
            order = order.apply(report, AT);
        }
        return order;
    }
}
