/** The trading lease, which determines the process that runs the trading loop. */
@NullMarked
package dev.lockstep.persistence.sqlite.lease;

import org.jspecify.annotations.NullMarked;
