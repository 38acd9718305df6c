/** The HTTP server: its configuration, limits, and error answers. */
@NullMarked
package dev.lockstep.simulator.server.http;

import org.jspecify.annotations.NullMarked;
