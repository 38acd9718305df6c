/** Tests of the check of the disk. */
@NullMarked
package dev.lockstep.app.prove.disk;

import org.jspecify.annotations.NullMarked;
