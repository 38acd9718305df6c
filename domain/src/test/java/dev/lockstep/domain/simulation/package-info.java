/** The whole platform on one seed: virtual time, a venue made of code, mishaps and crashes. */
@NullMarked
package dev.lockstep.domain.simulation;

import org.jspecify.annotations.NullMarked;
