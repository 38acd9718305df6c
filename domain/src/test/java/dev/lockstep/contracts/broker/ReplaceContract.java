package dev.lockstep.contracts.broker;

import static dev.lockstep.contracts.broker.BrokerFixture.NOWHERE;
import static dev.lockstep.contracts.broker.BrokerFixture.RESTING;
import static dev.lockstep.contracts.broker.BrokerFixture.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import org.junit.jupiter.api.Test;

/** Replacements: a new order each, linked as a chain; refused once the order has ended. */
public interface ReplaceContract extends TestedBroker {
    @Test
    default void case_17_a_replace_makes_a_new_order_in_the_place_of_the_old_one() {
        BrokerOrder old = its().working(its().intent(RESTING));
        Replacement requested = its().replacement("2", "1.25");

        BrokerOrder there = its().replaced(old, requested);

        assertThat(there.brokerOrderId()).isNotEqualTo(old.brokerOrderId());
        assertThat(there.clientOrderId()).isEqualTo(requested.clientOrderId());
        assertThat(there.replaces()).isEqualTo(old.brokerOrderId());
        assertThat(there.amount()).isEqualTo(new OrderAmount.ByQuantity(Quantity.of("2")));
        its().awaitStatus(old.brokerOrderId(), OrderStatus.REPLACED);
        assertThat(found(broker().find(old.brokerOrderId())).replacedBy())
                .isEqualTo(there.brokerOrderId());
        assertThat(found(broker().find(requested.clientOrderId())).brokerOrderId())
                .isEqualTo(there.brokerOrderId());
    }

    @Test
    default void case_18_replaces_of_replacements_make_a_chain() {
        BrokerOrder first = its().working(its().intent(RESTING));
        BrokerOrder second = its().replaced(first, its().replacement("2", "1.25"));
        its().awaitStatus(second.brokerOrderId(), OrderStatus.NEW);
        BrokerOrder third = its().replaced(second, its().replacement("3", "1.2"));

        assertThat(third.replaces()).isEqualTo(second.brokerOrderId());
        its().awaitStatus(second.brokerOrderId(), OrderStatus.REPLACED);
        assertThat(found(broker().find(second.brokerOrderId())).replaces())
                .isEqualTo(first.brokerOrderId());
    }

    @Test
    default void case_19_a_replace_of_an_order_that_ended_is_refused() {
        BrokerOrder there = its().working(its().intent(RESTING));
        broker().cancel(there.brokerOrderId());
        its().awaitClosed(there.brokerOrderId());

        assertThat(
                        broker().replace(
                                        there.brokerOrderId(),
                                        its().replacement("2", "1.25"),
                                        SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Refused.class);
    }

    @Test
    default void case_20_a_replace_of_an_order_that_is_not_there_says_so() {
        assertThat(broker().replace(NOWHERE, its().replacement("2", "1.25"), SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Absent.class);
    }
}
