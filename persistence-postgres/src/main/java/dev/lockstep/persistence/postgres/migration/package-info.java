/** The schema and its migrations. */
@NullMarked
package dev.lockstep.persistence.postgres.migration;

import org.jspecify.annotations.NullMarked;
