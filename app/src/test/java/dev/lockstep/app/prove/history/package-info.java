/** Tests of the check of what clients saw. */
@NullMarked
package dev.lockstep.app.prove.history;

import org.jspecify.annotations.NullMarked;
