package dev.lockstep.simulator.server.venue;

import dev.lockstep.simulator.server.request.VenueAnswer;

/** How a response reaches the client, or fails to. */
public sealed interface ResponseMode {
    /** Sends the complete response. */
    record Whole(VenueAnswer answer) implements ResponseMode {}

    /** Closes the connection in the middle of the response. */
    record Half(VenueAnswer answer) implements ResponseMode {}

    /** Sends an HTML page instead, as a proxy would. */
    record Html(int status) implements ResponseMode {}

    /** Closes the connection without a byte. */
    record Dropped() implements ResponseMode {}

    /** Resets the connection. */
    record Reset() implements ResponseMode {}
}
