/** Tests of threads and of how servers stop. */
@NullMarked
package dev.lockstep.app.runtime;

import org.jspecify.annotations.NullMarked;
