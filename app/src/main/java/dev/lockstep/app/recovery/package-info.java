/** What became of orders that were never answered, asked again and again within a bound. */
@NullMarked
package dev.lockstep.app.recovery;

import org.jspecify.annotations.NullMarked;
