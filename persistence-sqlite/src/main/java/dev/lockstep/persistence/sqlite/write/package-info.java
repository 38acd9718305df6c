/** The one writer of this process: units of work, gathered into group commits. */
@NullMarked
package dev.lockstep.persistence.sqlite.write;

import org.jspecify.annotations.NullMarked;
