/**
 * Benchmarks of use cases: submission, sync and recovery, compared with bare requests to the
 * broker.
 */
@NullMarked
package dev.lockstep.benchmarks.usecase;

import org.jspecify.annotations.NullMarked;
