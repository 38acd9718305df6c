/** The only place that opens connections: one client, bounded in time and size, that sends once. */
@NullMarked
package dev.lockstep.broker.alpaca.connection;

import org.jspecify.annotations.NullMarked;
