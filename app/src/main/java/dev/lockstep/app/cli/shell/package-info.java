/** Shared parts of all commands: context, output, colours, logging, progress and errors. */
@NullMarked
package dev.lockstep.app.cli.shell;

import org.jspecify.annotations.NullMarked;
