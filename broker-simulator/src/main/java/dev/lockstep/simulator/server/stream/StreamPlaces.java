package dev.lockstep.simulator.server.stream;

import dev.lockstep.simulator.server.http.PatientConnection;
import java.util.HashSet;
import java.util.Set;

/**
 * Limits the number of streams. A connection that requests a stream takes a place until it closes.
 */
final class StreamPlaces {
    private final int places;
    private final Set<PatientConnection> taken = new HashSet<>();

    StreamPlaces(int places) {
        this.places = places;
    }

    /**
     * Takes a place for a connection, or returns false if none is left. Called before the client
     * learns of its stream, so that a fast client cannot get ahead of it.
     */
    boolean take(PatientConnection connection) {
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
    void free(PatientConnection connection) {
        synchronized (taken) {
            taken.remove(connection);
        }
    }
}
