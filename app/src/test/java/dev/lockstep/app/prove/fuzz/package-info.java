/** Tests of the fuzzer, and its short form. */
@NullMarked
package dev.lockstep.app.prove.fuzz;

import org.jspecify.annotations.NullMarked;
