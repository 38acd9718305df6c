/**
 * Benchmarks of use cases: submission, sync and recovery, compared with bare requests to the
 * broker, and the stream's fills, compared with the exchange's rate.
 */
@NullMarked
package dev.lockstep.benchmarks.usecase;

import org.jspecify.annotations.NullMarked;
