/** PostgreSQL servers for tests: real ones, started on this machine. */
@NullMarked
package dev.lockstep.persistence.postgres.server;

import org.jspecify.annotations.NullMarked;
