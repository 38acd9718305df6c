/** The lease that decides which process runs the trading loop. */
@NullMarked
package dev.lockstep.persistence.sqlite.lease;

import org.jspecify.annotations.NullMarked;
