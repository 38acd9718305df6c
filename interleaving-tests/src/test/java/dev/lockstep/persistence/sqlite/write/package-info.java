/** Interleavings of the queue of writes. */
@NullMarked
package dev.lockstep.persistence.sqlite.write;

import org.jspecify.annotations.NullMarked;
