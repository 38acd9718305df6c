/**
 * The domain's repository ports on a SQL database, based on jOOQ: what is the same for every kind
 * of database. {@link dev.lockstep.persistence.sql.OrderStore} is an open one.
 */
@NullMarked
package dev.lockstep.persistence.sql;

import org.jspecify.annotations.NullMarked;
