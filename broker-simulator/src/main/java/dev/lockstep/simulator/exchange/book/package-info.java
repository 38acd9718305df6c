/** The state of an account: its orders, executions, positions and value. */
@NullMarked
package dev.lockstep.simulator.exchange.book;

import org.jspecify.annotations.NullMarked;
