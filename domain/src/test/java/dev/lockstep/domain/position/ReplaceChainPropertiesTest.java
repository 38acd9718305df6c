package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for a chain of replacements whatever is reported of it, and in which order. */
class ReplaceChainPropertiesTest {
    private static final int TOTAL = 10;

    private final SampleOrders sample = new SampleOrders();
    private final OrderIds ids = sample.ids();

    @Property
    void what_a_chain_traded_is_counted_once_and_never_exceeds_its_total(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 3) Integer> fills,
            @ForAll long seed) {
        List<Order> chain = chain();
        List<Report> reports = reports(fills);
        int traded = reports.stream().mapToInt(Report::cumQty).max().orElse(0);
        Collections.shuffle(reports, new Random(seed));

        for (Report report : reports) {
            Order order = chain.get(report.place());
            chain.set(
                    report.place(),
                    order.apply(
                            SampleOrders.report(
                                    order, OrderStatus.PARTIALLY_FILLED, report.cumQty() + ""),
                            SampleOrders.START));

            assertThat(held(chain).value().intValueExact()).isBetween(0, traded);
        }

        assertThat(held(chain)).isEqualTo(NetQuantity.of(traded + ""));
        assertThat(traded).isLessThanOrEqualTo(TOTAL);
    }

    /** Each order begins with what the one before it had traded, as the broker counts. */
    private static List<Report> reports(List<Integer> fills) {
        List<Report> reports = new ArrayList<>();
        int cumQty = 0;
        int place = 0;
        for (int fill : fills) {
            cumQty = Math.min(TOTAL, cumQty + fill);
            reports.add(new Report(place, cumQty));
            place = fill == 0 ? Math.min(2, place + 1) : place;
        }
        return reports;
    }

    private List<Order> chain() {
        List<Order> chain = new ArrayList<>();
        chain.add(sample.intent());
        for (int place = 1; place < 3; place++) {
            OrderId id = ids.nextOrderId();
            Order before = chain.getLast();
            chain.add(
                    Order.replacement(
                            id,
                            ids.clientOrderId(id),
                            new IdempotencyKey(id.value()),
                            before,
                            before.terms(),
                            SampleOrders.START));
        }
        return chain;
    }

    private static NetQuantity held(List<Order> chain) {
        return Holdings.NONE.plus(chain).of(chain.getFirst().terms().symbol());
    }

    private record Report(int place, int cumQty) {}
}
