/** Feeds the parsers of the program with generated inputs, and reports what fails. */
@NullMarked
package dev.lockstep.app.prove.fuzz;

import org.jspecify.annotations.NullMarked;
