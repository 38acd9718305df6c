/** Tests of the SQLite store with real files and real locks. */
@NullMarked
package dev.lockstep.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
