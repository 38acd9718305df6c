/** Tests of the interactive shell. */
@NullMarked
package dev.lockstep.app.cli.interactive;

import org.jspecify.annotations.NullMarked;
