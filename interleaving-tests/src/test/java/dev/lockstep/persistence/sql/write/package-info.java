/** Interleavings of the queue of writes. */
@NullMarked
package dev.lockstep.persistence.sql.write;

import org.jspecify.annotations.NullMarked;
