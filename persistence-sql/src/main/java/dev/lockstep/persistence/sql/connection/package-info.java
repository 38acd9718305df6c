/** Sessions: what each kind of SQL database must provide. */
@NullMarked
package dev.lockstep.persistence.sql.connection;

import org.jspecify.annotations.NullMarked;
