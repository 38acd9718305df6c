/** Storage of requested cancels of external orders. */
@NullMarked
package dev.lockstep.persistence.sql.external;

import org.jspecify.annotations.NullMarked;
