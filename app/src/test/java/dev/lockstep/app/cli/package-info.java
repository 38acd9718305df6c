/** Tests the commands as their users meet them: arguments in; output and exit codes out. */
@NullMarked
package dev.lockstep.app.cli;

import org.jspecify.annotations.NullMarked;
