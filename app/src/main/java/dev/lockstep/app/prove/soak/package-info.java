/**
 * Samples memory, threads and open files of processes and the size of the WAL for a long time, and
 * judges whether they are bounded.
 */
@NullMarked
package dev.lockstep.app.prove.soak;

import org.jspecify.annotations.NullMarked;
