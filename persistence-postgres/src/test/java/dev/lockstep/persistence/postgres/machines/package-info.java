/** Tests: several processes on one database, as those of several machines. */
@NullMarked
package dev.lockstep.persistence.postgres.machines;

import org.jspecify.annotations.NullMarked;
