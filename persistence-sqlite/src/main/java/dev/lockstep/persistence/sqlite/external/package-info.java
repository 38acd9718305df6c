/** Storage of requested cancels of external orders. */
@NullMarked
package dev.lockstep.persistence.sqlite.external;

import org.jspecify.annotations.NullMarked;
