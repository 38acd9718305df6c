/** What the retry of a locked database adds to a call that succeeds at once. */
@NullMarked
package dev.lockstep.benchmarks.retry;

import org.jspecify.annotations.NullMarked;
