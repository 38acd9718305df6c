package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.BrokerLink;
import java.net.URI;

/**
 * The line to the broker alone, without the orders.
 *
 * @param address where the broker is
 * @param broker the broker
 * @param link how the line is
 */
public record BrokerLine(URI address, Broker broker, BrokerLink link) {}
