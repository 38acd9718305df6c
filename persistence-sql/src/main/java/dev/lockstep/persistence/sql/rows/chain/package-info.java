/** The hash chains of order events and other records, as rows. */
@NullMarked
package dev.lockstep.persistence.sql.rows.chain;

import org.jspecify.annotations.NullMarked;
