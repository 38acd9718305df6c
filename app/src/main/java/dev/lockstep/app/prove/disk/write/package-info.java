/** Writes with a log: what was begun, acknowledged and refused. */
@NullMarked
package dev.lockstep.app.prove.disk.write;

import org.jspecify.annotations.NullMarked;
