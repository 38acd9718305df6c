package dev.lockstep.contracts.broker;

import static dev.lockstep.contracts.broker.BrokerFixture.AAPL;
import static dev.lockstep.contracts.broker.BrokerFixture.AT_MARKET;
import static dev.lockstep.contracts.broker.BrokerFixture.BOUND;
import static dev.lockstep.contracts.broker.BrokerFixture.complete;
import static dev.lockstep.contracts.broker.BrokerFixture.found;
import static dev.lockstep.contracts.broker.BrokerFixture.listed;
import static dev.lockstep.contracts.broker.BrokerFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.ListedExecutions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Trades: positions, and fills that add up to what an order traded. */
public interface TradesContract extends TestedBroker {
    @Test
    default void case_09_a_market_order_fills_and_makes_a_position() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = its().acknowledged(its().intent(AT_MARKET));

        its().awaitClosed(there.brokerOrderId());

        BrokerOrder filled = found(broker().find(there.brokerOrderId()));
        assertThat(status(filled)).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.cumQty()).isEqualTo(Quantity.of("1"));
        assertThat(filled.avgPx()).isNotNull();
        Eventually.within(
                BOUND,
                "a position in AAPL",
                () ->
                        listed(broker().positions()).stream()
                                .anyMatch(position -> position.symbol().equals(AAPL)));
    }

    @Test
    default void case_24_the_fills_of_an_order_add_up_to_what_it_traded() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrderId traded = its().acknowledged(its().intent(AT_MARKET)).brokerOrderId();
        its().awaitClosed(traded);
        BrokerOrder order = found(broker().find(traded));
        Instant since = order.submittedAt().minusSeconds(60);

        Eventually.within(
                BOUND,
                "the fills of " + traded,
                () -> filled(fills(since, traded)).equals(order.cumQty()));

        List<Fill> fills = fills(since, traded);
        assertThat(fills).extracting(Fill::executionId).doesNotHaveDuplicates();
        assertThat(fills.getLast().cumQty()).isEqualTo(order.cumQty());
        assertThat(fills.getLast().leavesQty()).isEqualTo(Quantity.ZERO);
        assertThat(fills)
                .allSatisfy(fill -> {
                    assertThat(fill.symbol()).isEqualTo(AAPL);
                    assertThat(fill.side()).isEqualTo(Side.BUY);
                    assertThat(fill.transactTime()).isAfterOrEqualTo(since);
                });
        assertThat(history().adjustmentsSince(since)).isInstanceOf(FetchResult.Complete.class);
    }

    @Test
    default void case_25_fills_before_the_time_asked_for_are_not_told() {
        assertThat(complete(history().fillsSince(Instant.parse("2999-01-01T00:00:00Z"))).items())
                .isEmpty();
    }

    @Test
    default void case_25_the_parts_of_the_fills_are_all_of_them() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrderId traded = its().acknowledged(its().intent(AT_MARKET)).brokerOrderId();
        its().awaitClosed(traded);
        BrokerOrder order = found(broker().find(traded));
        Instant since = order.submittedAt().minusSeconds(60);
        Eventually.within(
                BOUND,
                "the fills of " + traded,
                () -> filled(fills(since, traded)).equals(order.cumQty()));

        List<Fill> inParts = new ArrayList<>();
        for (Instant next = since; next != null; ) {
            ListedExecutions.Part part = complete(history().fillsPart(next));
            inParts.addAll(part.executions().items());
            next = part.next();
        }

        assertThat(inParts).containsAll(fills(since, traded));
    }

    private List<Fill> fills(Instant since, BrokerOrderId id) {
        return complete(history().fillsSince(since)).items().stream()
                .filter(fill -> fill.brokerOrderId().equals(id))
                .toList();
    }

    private static Quantity filled(List<Fill> fills) {
        return fills.stream()
                .map(Fill::lastQty)
                .reduce(Quantity.ZERO, (sum, next) -> new Quantity(sum.value().add(next.value())));
    }
}
