/** Faults of the store: new orders are refused until they are over. */
@NullMarked
package dev.lockstep.persistence.sql.fault;

import org.jspecify.annotations.NullMarked;
