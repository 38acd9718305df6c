package dev.lockstep.broker.alpaca;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** A broker whose answers each test scripts, and an order to change. */
abstract class ChangeFixture {
    static final BrokerOrderId ID = new BrokerOrderId("61e69015-8549-4bfd-b9c3-01e75843f47d");
    static final Replacement TO_LIMIT = replacement(new OrderType.Limit(Price.of("189.5")));

    final Venue venue;

    ChangeFixture() throws IOException {
        venue = new Venue();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    static Replacement replacement(OrderType type) {
        return new Replacement(
                new ClientOrderId("ours-2"), Quantity.of("12"), type, TimeInForce.GTC);
    }
}
