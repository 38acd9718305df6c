/** What a person must know of, kept in the database. */
@NullMarked
package dev.lockstep.persistence.sqlite.incident;

import org.jspecify.annotations.NullMarked;
