/** Background checkpoints of the write-ahead log. */
@NullMarked
package dev.lockstep.persistence.sqlite.checkpoint;

import org.jspecify.annotations.NullMarked;
