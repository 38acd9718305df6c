/** Benchmarks of the gateway for bots. */
@NullMarked
package dev.lockstep.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
