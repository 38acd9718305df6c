/** Tests of the part that compares processes. */
@NullMarked
package dev.lockstep.benchmarks.processes;

import org.jspecify.annotations.NullMarked;
