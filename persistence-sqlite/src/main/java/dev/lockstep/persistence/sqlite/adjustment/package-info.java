/** What the broker booked that is no trade, kept in the database. */
@NullMarked
package dev.lockstep.persistence.sqlite.adjustment;

import org.jspecify.annotations.NullMarked;
