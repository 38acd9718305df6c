package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerLink;
import java.net.URI;

/**
 * The line to the broker alone, without the orders.
 *
 * @param address where the broker is
 * @param broker the broker
 * @param link how the line is
 */
public record BrokerAccess(URI address, Broker broker, BrokerLink link) {}
