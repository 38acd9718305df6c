/** Tests of the soak. */
@NullMarked
package dev.lockstep.app.prove.soak;

import org.jspecify.annotations.NullMarked;
