/** What many open tabs cost, and how quick the screen is, in a real browser. */
@NullMarked
package dev.lockstep.benchmarks.screen;

import org.jspecify.annotations.NullMarked;
