/** The rules of venues. */
@NullMarked
package dev.lockstep.domain.port.venue;

import org.jspecify.annotations.NullMarked;
