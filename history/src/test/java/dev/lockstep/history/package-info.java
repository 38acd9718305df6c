/** Tests of the check of what clients saw. */
@NullMarked
package dev.lockstep.history;

import org.jspecify.annotations.NullMarked;
