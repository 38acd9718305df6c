/** Tests of the web server with clients that do not behave. */
@NullMarked
package dev.lockstep.simulator.server;

import org.jspecify.annotations.NullMarked;
