package dev.lockstep.domain.usecase.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.port.venue.Venue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules by which an order is denied are those of the broker's venue. */
class OwnVenueTest {
    private static final Evidence OWN = Evidence.local("own broker");

    @Test
    void a_broker_without_rules_is_sent_what_alpaca_would_refuse() {
        assertThat(submit(Venue.WITHOUT_RULES)).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void an_order_is_denied_by_the_rules_of_the_broker_s_venue() {
        assertThat(submit(new AlpacaVenue())).isInstanceOf(SubmitResult.Denied.class);
    }

    private static SubmitResult submit(Venue venue) {
        TestClock clock = new TestClock();
        SubmitOrder submitOrder =
                SampleUseCases.submitOrder(
                        new InMemoryOrderRepository(),
                        new OwnBroker(venue),
                        new SampleOrders().ids(),
                        clock);
        // Alpaca refuses fractions of a share with this time in force.
        return submitOrder.submit(
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("0.5"),
                        new OrderType.Market(),
                        TimeInForce.GTC));
    }

    /** Accepts every order. */
    private record OwnBroker(Venue venue) implements Broker {
        @Override
        public SubmitAnswer submit(Order order, SendGuard guard) {
            return new SubmitAnswer.Acknowledged(
                    BrokerOrder.taken(order, new BrokerOrderId("own-" + order.id()), Instant.EPOCH),
                    OWN);
        }

        @Override
        public CancelAnswer cancel(BrokerOrderId id) {
            return new CancelAnswer.Requested(OWN);
        }

        @Override
        public OrderLookup find(BrokerOrderId id) {
            return new OrderLookup.Absent(OWN);
        }

        @Override
        public OrderLookup find(ClientOrderId id) {
            return new OrderLookup.Absent(OWN);
        }

        @Override
        public FetchResult<FetchedList<BrokerOrder>> openOrders() {
            return new FetchResult.Complete<>(new FetchedList<>(List.of()));
        }

        @Override
        public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
            return openOrders();
        }
    }
}
