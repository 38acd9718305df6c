/** The setup command: chooses the mode, checks and stores the keys, sets the first limits. */
@NullMarked
package dev.lockstep.app.cli.setup;

import org.jspecify.annotations.NullMarked;
