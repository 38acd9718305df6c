/** Progress of long work. */
@NullMarked
package dev.lockstep.app.progress;

import org.jspecify.annotations.NullMarked;
