/** Requests and answers as the end points see them: parameters, bodies, paging. */
@NullMarked
package dev.lockstep.simulator.server.request;

import org.jspecify.annotations.NullMarked;
