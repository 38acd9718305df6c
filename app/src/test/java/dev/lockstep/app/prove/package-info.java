/** Tests of the proofs. */
@NullMarked
package dev.lockstep.app.prove;

import org.jspecify.annotations.NullMarked;
