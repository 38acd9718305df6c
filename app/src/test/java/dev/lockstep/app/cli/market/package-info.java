/** Tests of the commands for prices, instruments and market hours. */
@NullMarked
package dev.lockstep.app.cli.market;

import org.jspecify.annotations.NullMarked;
