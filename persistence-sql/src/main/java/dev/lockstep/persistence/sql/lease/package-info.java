/** The trading lease, which determines the process that runs the trading loop. */
@NullMarked
package dev.lockstep.persistence.sql.lease;

import org.jspecify.annotations.NullMarked;
