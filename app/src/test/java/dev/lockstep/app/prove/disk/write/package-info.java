/** Tests of the log of writes. */
@NullMarked
package dev.lockstep.app.prove.disk.write;

import org.jspecify.annotations.NullMarked;
