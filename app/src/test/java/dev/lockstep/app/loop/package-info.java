/** Tests of the trading loop's threads and of real processes that take it over. */
@NullMarked
package dev.lockstep.app.loop;

import org.jspecify.annotations.NullMarked;
