/** Database connections: the only package that opens them. */
@NullMarked
package dev.lockstep.persistence.sqlite.connection;

import org.jspecify.annotations.NullMarked;
