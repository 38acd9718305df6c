/** The demo command, its companion processes, and the training run of the start cache. */
@NullMarked
package dev.lockstep.app.cli.demo;

import org.jspecify.annotations.NullMarked;
