/** How long a commit of one machine takes until another one's feed shows it. */
@NullMarked
package dev.lockstep.benchmarks.feed;

import org.jspecify.annotations.NullMarked;
