/** Brings the database to this release's schema, forward only. */
@NullMarked
package dev.lockstep.persistence.sqlite.migration;

import org.jspecify.annotations.NullMarked;
