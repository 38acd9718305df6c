/** Tests of the check that kills processes. */
@NullMarked
package dev.lockstep.app.prove.kill;

import org.jspecify.annotations.NullMarked;
