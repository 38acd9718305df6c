/** The interactive shell: runs commands in one warm process, with completion and history. */
@NullMarked
package dev.lockstep.app.cli.interactive;

import org.jspecify.annotations.NullMarked;
