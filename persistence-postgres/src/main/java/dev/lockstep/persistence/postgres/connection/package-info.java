/** Connections to the server: the only package that opens them. */
@NullMarked
package dev.lockstep.persistence.postgres.connection;

import org.jspecify.annotations.NullMarked;
