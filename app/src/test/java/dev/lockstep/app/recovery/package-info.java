/** Tests how unanswered orders are waited for, on a clock of its own. */
@NullMarked
package dev.lockstep.app.recovery;

import org.jspecify.annotations.NullMarked;
