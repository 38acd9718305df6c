/** Verification that the stored events and records are unchanged. */
@NullMarked
package dev.lockstep.persistence.sqlite.audit;

import org.jspecify.annotations.NullMarked;
