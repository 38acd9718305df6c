/** Tests of the gateway's benchmark. */
@NullMarked
package dev.lockstep.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
