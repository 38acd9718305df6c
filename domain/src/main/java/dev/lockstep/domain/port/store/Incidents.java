package dev.lockstep.domain.port.store;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The incidents, open and closed. There is at most one open incident for each kind and subject,
 * however many threads and processes report it.
 *
 * <p>Implementations are thread-safe. Every method throws {@link RepositoryException} if the store
 * fails.
 */
public interface Incidents {
    /**
     * Opens an incident, or updates the open one of this kind and subject.
     *
     * @return the open incident; its {@code openedAt} is {@code at} if it is new
     */
    Incident open(IncidentKind kind, String subject, String text, Instant at);

    /**
     * Closes the open incident of this kind and subject.
     *
     * @param how how it ended, in words
     * @return the closed incident, or empty where none was open
     */
    Optional<Incident> close(IncidentKind kind, String subject, String how, Instant at);

    /**
     * Notes that a person accepts an open incident as it is; until it changes, it is no problem of
     * the platform's health.
     *
     * @return the incident, or empty where none of this number is open
     */
    Optional<Incident> acknowledge(long number, Acknowledgement acknowledgement);

    /**
     * Closes an incident by decision of a person.
     *
     * @param known the open incident as the person knows it
     * @return the closed incident, or empty if it is not open or has changed since
     */
    Optional<Incident> closeByHand(Incident known, Acknowledgement by);

    /** Returns the open incident of a number, or empty where none is open. */
    Optional<Incident> findOpen(long number);

    /** Returns one page of incidents, newest first. */
    List<Incident> list(IncidentQuery query);

    /**
     * Which incidents to list.
     *
     * @param openOnly only those that are not over
     * @param before only those with a smaller number, the last one of the page before; null for the
     *     first page
     * @param limit the most incidents in the page, 1 to {@value #MAX_PAGE_INCIDENTS}
     */
    record IncidentQuery(boolean openOnly, @Nullable Long before, int limit) {
        /** The largest page. */
        public static final int MAX_PAGE_INCIDENTS = 1_000;

        public IncidentQuery {
            if (limit < 1 || limit > MAX_PAGE_INCIDENTS) {
                throw new InvalidValueException("limit", limit, "1 to " + MAX_PAGE_INCIDENTS);
            }
        }

        /** Returns the newest open ones. */
        public static IncidentQuery open() {
            return new IncidentQuery(true, null, MAX_PAGE_INCIDENTS);
        }

        /** Returns the newest ones, open and over. */
        public static IncidentQuery all() {
            return new IncidentQuery(false, null, MAX_PAGE_INCIDENTS);
        }

        /** Returns the page that follows an incident. */
        public IncidentQuery before(long number) {
            return new IncidentQuery(openOnly, number, limit);
        }

        /** Returns the same in pages of another size. */
        public IncidentQuery limit(int incidents) {
            return new IncidentQuery(openOnly, before, incidents);
        }
    }
}
