/** The repository in memory, run through the contract. */
@NullMarked
package dev.lockstep.domain.memory;

import org.jspecify.annotations.NullMarked;
