/** Commands that test the program itself. */
@NullMarked
package dev.lockstep.app.cli.prove;

import org.jspecify.annotations.NullMarked;
