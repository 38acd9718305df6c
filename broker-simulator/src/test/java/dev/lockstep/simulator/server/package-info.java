/** Tests of the web server with misbehaving clients. */
@NullMarked
package dev.lockstep.simulator.server;

import org.jspecify.annotations.NullMarked;
