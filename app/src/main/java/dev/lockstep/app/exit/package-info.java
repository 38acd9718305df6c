/** Exit codes, and the exceptions that carry them. */
@NullMarked
package dev.lockstep.app.exit;

import org.jspecify.annotations.NullMarked;
