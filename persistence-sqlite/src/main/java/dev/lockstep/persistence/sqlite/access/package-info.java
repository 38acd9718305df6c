/** SQLite implementation of the trading keys. */
@NullMarked
package dev.lockstep.persistence.sqlite.access;

import org.jspecify.annotations.NullMarked;
