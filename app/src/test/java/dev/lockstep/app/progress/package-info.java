/** Tests of progress and of waiting for other processes. */
@NullMarked
package dev.lockstep.app.progress;

import org.jspecify.annotations.NullMarked;
