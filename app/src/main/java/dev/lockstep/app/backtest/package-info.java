/** Backtest of a trading program against an exchange whose time is that of its bars. */
@NullMarked
package dev.lockstep.app.backtest;

import org.jspecify.annotations.NullMarked;
