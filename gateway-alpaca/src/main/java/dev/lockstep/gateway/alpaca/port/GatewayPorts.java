package dev.lockstep.gateway.alpaca.port;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The use cases and ports that the gateway calls.
 *
 * @param keys checks the keys of bots
 * @param repository the orders
 * @param feed the events of all orders
 * @param fills the executions
 * @param submitOrder submits orders
 * @param replaceOrder replaces orders
 * @param cancelAll cancels orders
 * @param closePosition closes positions
 * @param holdings the positions of strategies
 * @param broker the broker
 * @param venue reads of the venue's own API
 * @param ids creates ids
 * @param clock measures the ages of cached answers and of alerts
 * @param background runs the work that an alert does not wait for
 * @param notReady returns why no order can be submitted now, empty if orders can be submitted
 */
public record GatewayPorts(
        ManageKeys keys,
        OrderRepository repository,
        OrderFeed feed,
        Fills fills,
        SubmitOrder submitOrder,
        ReplaceOrder replaceOrder,
        CancelAll cancelAll,
        ClosePosition closePosition,
        HoldingsByStrategy holdings,
        Broker broker,
        VenueReads venue,
        OrderIds ids,
        PlatformClock clock,
        Executor background,
        Supplier<Optional<String>> notReady) {}
