/** An order repository in memory, for library users, tests and examples. */
@NullMarked
package dev.lockstep.domain.memory;

import org.jspecify.annotations.NullMarked;
