/** Lock waits and retries within a deadline. */
@NullMarked
package dev.lockstep.persistence.sqlite.lock;

import org.jspecify.annotations.NullMarked;
