/** Storage of incidents. */
@NullMarked
package dev.lockstep.persistence.sqlite.incident;

import org.jspecify.annotations.NullMarked;
