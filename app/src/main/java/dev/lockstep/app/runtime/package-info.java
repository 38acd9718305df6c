/** Threads and signals of the process. */
@NullMarked
package dev.lockstep.app.runtime;

import org.jspecify.annotations.NullMarked;
