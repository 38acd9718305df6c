/** Keeps orders in a SQLite file: the domain's repository ports, kept by jOOQ. */
@NullMarked
package dev.lockstep.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
