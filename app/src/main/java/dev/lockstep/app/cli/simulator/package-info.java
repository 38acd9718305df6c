/** Commands for the simulator, backtests and the stress test. */
@NullMarked
package dev.lockstep.app.cli.simulator;

import org.jspecify.annotations.NullMarked;
