/** Verification that the stored events and records are unchanged. */
@NullMarked
package dev.lockstep.persistence.sql.audit;

import org.jspecify.annotations.NullMarked;
