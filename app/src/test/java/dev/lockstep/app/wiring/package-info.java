/** Tests of moving the orders from one store to another. */
@NullMarked
package dev.lockstep.app.wiring;

import org.jspecify.annotations.NullMarked;
