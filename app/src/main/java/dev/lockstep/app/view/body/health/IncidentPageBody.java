package dev.lockstep.app.view.body.health;

import dev.lockstep.domain.incident.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of incidents, newest first.
 *
 * @param incidents the incidents
 * @param next the last incident of this page, before which the next one ends; null on the last page
 */
public record IncidentPageBody(List<IncidentBody> incidents, @Nullable Long next) {
    /** Returns a page; a full one is followed by another. */
    public static IncidentPageBody of(List<Incident> incidents, int limit) {
        return new IncidentPageBody(
                incidents.stream().map(IncidentBody::of).toList(),
                incidents.size() == limit ? incidents.getLast().number() : null);
    }
}
