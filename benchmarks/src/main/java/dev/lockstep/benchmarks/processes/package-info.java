/** How fast several processes write to one database, compared with one process. */
@NullMarked
package dev.lockstep.benchmarks.processes;

import org.jspecify.annotations.NullMarked;
