package dev.lockstep.simulator.server;

import java.util.HashSet;
import java.util.Set;

/** The places for streams: a connection that asks for a stream takes one until it closes. */
final class StreamPlaces {
    private final int places;
    private final Set<PatientEndPoint> taken = new HashSet<>();

    StreamPlaces(int places) {
        this.places = places;
    }

    /**
     * Takes a place for a connection; false when there is none left. It is taken before the client
     * is told of its stream, so that a quick one does not come between.
     */
    boolean take(PatientEndPoint connection) {
        synchronized (taken) {
            if (taken.contains(connection)) {
                return true;
            }
            if (taken.size() >= places) {
                return false;
            }
            taken.add(connection);
        }
        connection.whenClosed(() -> free(connection));
        return true;
    }

    /** Frees the place of a connection, if it has one. */
    void free(PatientEndPoint connection) {
        synchronized (taken) {
            taken.remove(connection);
        }
    }
}
