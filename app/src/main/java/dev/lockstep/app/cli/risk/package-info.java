/** Commands for limits and the trading state: halt, reduce, resume, risk. */
@NullMarked
package dev.lockstep.app.cli.risk;

import org.jspecify.annotations.NullMarked;
