/** Problems that need attention, because they cannot be corrected automatically. */
@NullMarked
package dev.lockstep.domain.incident;

import org.jspecify.annotations.NullMarked;
