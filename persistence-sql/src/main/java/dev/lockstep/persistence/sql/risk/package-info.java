/** Storage of the risk limits and trading restrictions shared by all processes of a database. */
@NullMarked
package dev.lockstep.persistence.sql.risk;

import org.jspecify.annotations.NullMarked;
