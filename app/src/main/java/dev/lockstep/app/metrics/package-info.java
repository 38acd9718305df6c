/** Metrics in the format of Prometheus. */
@NullMarked
package dev.lockstep.app.metrics;

import org.jspecify.annotations.NullMarked;
