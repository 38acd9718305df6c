/** Kills and stops processes at named points and at random, and checks the orders after each. */
@NullMarked
package dev.lockstep.app.prove.kill;

import org.jspecify.annotations.NullMarked;
