/** Storage of incidents. */
@NullMarked
package dev.lockstep.persistence.sql.incident;

import org.jspecify.annotations.NullMarked;
