/** Contracts that every implementation of a port must pass, and fixtures for them. */
@NullMarked
package dev.lockstep.domain.port;

import org.jspecify.annotations.NullMarked;
