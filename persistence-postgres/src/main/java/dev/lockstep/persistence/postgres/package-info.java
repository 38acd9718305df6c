/**
 * The orders in PostgreSQL, for several machines: {@link
 * dev.lockstep.persistence.postgres.PostgresStore} opens them, {@link
 * dev.lockstep.persistence.postgres.PostgresModule} binds them for Guice.
 */
@NullMarked
package dev.lockstep.persistence.postgres;

import org.jspecify.annotations.NullMarked;
