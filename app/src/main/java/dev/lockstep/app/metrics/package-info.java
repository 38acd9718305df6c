/** How the platform fares, counted and measured, in the form that Prometheus reads. */
@NullMarked
package dev.lockstep.app.metrics;

import org.jspecify.annotations.NullMarked;
