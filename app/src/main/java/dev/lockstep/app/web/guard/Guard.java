package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Optional;

/** Refuses requests by their head; safe for use by several threads, and quick. */
@FunctionalInterface
public interface Guard {
    /** Returns why it is refused, empty where this guard has nothing against it. */
    Optional<Problem> refusal(RequestHead head);
}
