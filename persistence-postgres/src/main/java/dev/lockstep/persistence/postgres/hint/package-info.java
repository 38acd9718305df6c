/** Hints of committed writes, by the server's notifications. */
@NullMarked
package dev.lockstep.persistence.postgres.hint;

import org.jspecify.annotations.NullMarked;
