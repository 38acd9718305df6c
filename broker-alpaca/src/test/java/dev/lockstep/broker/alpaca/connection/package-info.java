/** What goes over the wire, counted. */
@NullMarked
package dev.lockstep.broker.alpaca.connection;

import org.jspecify.annotations.NullMarked;
