/** Tests of the store in PostgreSQL, against real servers. */
@NullMarked
package dev.lockstep.persistence.postgres;

import org.jspecify.annotations.NullMarked;
