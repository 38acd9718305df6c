/** Bounded reads on read-only connections. */
@NullMarked
package dev.lockstep.persistence.sql.read;

import org.jspecify.annotations.NullMarked;
