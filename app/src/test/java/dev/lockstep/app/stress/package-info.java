/** The stress run, with real processes, and what it takes for a loss. */
@NullMarked
package dev.lockstep.app.stress;

import org.jspecify.annotations.NullMarked;
