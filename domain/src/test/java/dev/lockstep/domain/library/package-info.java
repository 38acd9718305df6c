/** The domain as a library: what its documentation shows, compiled and run. */
@NullMarked
package dev.lockstep.domain.library;

import org.jspecify.annotations.NullMarked;
