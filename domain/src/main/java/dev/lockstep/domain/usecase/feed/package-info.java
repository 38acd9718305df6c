/**
 * When readers of the event log read: after the hint of a commit, or when their interval is over.
 */
@NullMarked
package dev.lockstep.domain.usecase.feed;

import org.jspecify.annotations.NullMarked;
