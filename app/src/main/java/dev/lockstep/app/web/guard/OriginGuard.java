package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Optional;

/** Refuses requests of pages of other sites, by the Origin header. */
public final class OriginGuard implements Guard {
    /** A guard that needs to know nothing. */
    public OriginGuard() {}

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        String origin = head.origin();
        if (origin == null
                || origin.equalsIgnoreCase("http://" + head.host())
                || origin.equalsIgnoreCase("https://" + head.host())) {
            return Optional.empty();
        }
        return Optional.of(Problem.coded(403, "origin", "another site's page may not ask here"));
    }
}
