/** Benchmarks of the screen in a real browser: its speed, and the cost of many open tabs. */
@NullMarked
package dev.lockstep.benchmarks.screen;

import org.jspecify.annotations.NullMarked;
