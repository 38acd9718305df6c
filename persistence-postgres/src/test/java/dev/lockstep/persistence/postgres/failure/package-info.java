/** Tests: servers that fail, hang, refuse and lose connections. */
@NullMarked
package dev.lockstep.persistence.postgres.failure;

import org.jspecify.annotations.NullMarked;
