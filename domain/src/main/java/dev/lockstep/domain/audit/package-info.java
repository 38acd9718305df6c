/**
 * The proof that the events are what was stored: each one's hash covers it and the hash before it.
 */
@NullMarked
package dev.lockstep.domain.audit;

import org.jspecify.annotations.NullMarked;
