/** Bounded reads on read-only connections. */
@NullMarked
package dev.lockstep.persistence.sqlite.read;

import org.jspecify.annotations.NullMarked;
