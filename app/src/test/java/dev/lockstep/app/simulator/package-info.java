/** Tests that a data folder has one simulator, whoever starts it. */
@NullMarked
package dev.lockstep.app.simulator;

import org.jspecify.annotations.NullMarked;
