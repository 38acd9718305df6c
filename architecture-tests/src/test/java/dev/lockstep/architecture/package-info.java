/** The tests that hold the house to its laws, and the laws to their proofs. */
@NullMarked
package dev.lockstep.architecture;

import org.jspecify.annotations.NullMarked;
