/** Builds the gateway on the platform. */
@NullMarked
package dev.lockstep.app.gateway;

import org.jspecify.annotations.NullMarked;
