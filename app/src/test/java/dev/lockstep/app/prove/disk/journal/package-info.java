/** Tests of recorded operations and the states after a crash. */
@NullMarked
package dev.lockstep.app.prove.disk.journal;

import org.jspecify.annotations.NullMarked;
