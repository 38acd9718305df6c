/** Resolves unanswered orders within a bound. */
@NullMarked
package dev.lockstep.app.recovery;

import org.jspecify.annotations.NullMarked;
