/** The commands; the only place that prints. */
@NullMarked
package dev.lockstep.app.cli;

import org.jspecify.annotations.NullMarked;
