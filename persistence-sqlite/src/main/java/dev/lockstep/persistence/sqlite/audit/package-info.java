/** Proves that the events are what was stored. */
@NullMarked
package dev.lockstep.persistence.sqlite.audit;

import org.jspecify.annotations.NullMarked;
