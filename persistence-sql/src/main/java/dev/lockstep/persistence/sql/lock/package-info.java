/** Waiting for another process's lock, within a deadline. */
@NullMarked
package dev.lockstep.persistence.sql.lock;

import org.jspecify.annotations.NullMarked;
