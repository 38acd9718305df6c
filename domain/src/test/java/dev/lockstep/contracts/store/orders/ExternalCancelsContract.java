package dev.lockstep.contracts.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requested cancels of external orders: kept until the order ends, and bounded. */
public interface ExternalCancelsContract extends TestedRepository {
    @Test
    default void a_requested_cancel_of_an_external_order_is_kept_until_it_ends() {
        BrokerOrderId first = new BrokerOrderId("external-1");
        BrokerOrderId second = new BrokerOrderId("external-2");
        ExternalCancels cancels = repository().externalCancels();
        cancels.request(List.of(second), SampleOrders.START);

        cancels.request(List.of(first, second), SampleOrders.START.plusSeconds(1));

        assertThat(cancels.requested())
                .containsExactly(
                        new ExternalCancels.Request(second, SampleOrders.START),
                        new ExternalCancels.Request(first, SampleOrders.START.plusSeconds(1)));
        cancels.end(second);
        cancels.end(second);
        assertThat(repository().externalCancels().requested())
                .extracting(ExternalCancels.Request::id)
                .containsExactly(first);
    }

    @Test
    default void too_many_requested_cancels_at_once_are_refused() {
        List<BrokerOrderId> ids =
                IntStream.rangeClosed(0, ExternalCancels.MAX_REQUESTS)
                        .mapToObj(number -> new BrokerOrderId("external-" + number))
                        .toList();

        assertThatThrownBy(() -> repository().externalCancels().request(ids, SampleOrders.START))
                .isInstanceOf(InvalidValueException.class);
        assertThat(repository().externalCancels().requested()).isEmpty();
    }
}
