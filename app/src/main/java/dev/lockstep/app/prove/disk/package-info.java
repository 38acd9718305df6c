/** Lets the disk fail and the machine crash under a database, and checks what is left. */
@NullMarked
package dev.lockstep.app.prove.disk;

import org.jspecify.annotations.NullMarked;
