/** Tests of the chain of events and of replaying them. */
@NullMarked
package dev.lockstep.domain.audit;

import org.jspecify.annotations.NullMarked;
