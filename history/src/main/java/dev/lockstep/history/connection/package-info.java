/** Connections to the REST API. */
@NullMarked
package dev.lockstep.history.connection;

import org.jspecify.annotations.NullMarked;
