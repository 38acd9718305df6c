/** The last step of the kill switch, repeated within a bound. */
@NullMarked
package dev.lockstep.app.halt;

import org.jspecify.annotations.NullMarked;
