/**
 * The ports to a broker: orders, positions, market data, assets and the event stream, with their
 * answers.
 */
@NullMarked
package dev.lockstep.domain.port.broker;

import org.jspecify.annotations.NullMarked;
