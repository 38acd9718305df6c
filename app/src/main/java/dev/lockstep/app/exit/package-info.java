/** How a command ends: the exit codes and the refusals that carry them. */
@NullMarked
package dev.lockstep.app.exit;

import org.jspecify.annotations.NullMarked;
