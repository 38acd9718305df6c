/** The database between real processes, which are stopped and killed as the test pleases. */
@NullMarked
package dev.lockstep.persistence.sqlite.processes;

import org.jspecify.annotations.NullMarked;
