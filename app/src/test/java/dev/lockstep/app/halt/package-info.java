/** Tests of the kill switch. */
@NullMarked
package dev.lockstep.app.halt;

import org.jspecify.annotations.NullMarked;
