/** Tests of the script {@code lockstep} and its parts. */
@NullMarked
package dev.lockstep.app.launcher;

import org.jspecify.annotations.NullMarked;
