/** SQLite implementation of the domain's repository ports, based on jOOQ. */
@NullMarked
package dev.lockstep.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
