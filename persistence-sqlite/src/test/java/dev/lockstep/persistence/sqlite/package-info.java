/** The database tested through its door, with real files and real locks. */
@NullMarked
package dev.lockstep.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
