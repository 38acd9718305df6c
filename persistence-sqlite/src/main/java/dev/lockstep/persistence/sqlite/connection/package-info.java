/** The only place where connections to the database are opened. */
@NullMarked
package dev.lockstep.persistence.sqlite.connection;

import org.jspecify.annotations.NullMarked;
