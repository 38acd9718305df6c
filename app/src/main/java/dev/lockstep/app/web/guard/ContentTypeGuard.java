package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses bodies that are not declared as JSON; a form of another site cannot declare that. */
public final class ContentTypeGuard implements Guard {
    private static final Pattern JSON =
            Pattern.compile(
                    "application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
                    Pattern.CASE_INSENSITIVE);

    /** A guard that needs to know nothing. */
    public ContentTypeGuard() {}

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        String type = head.contentType();
        boolean fine = !head.hasBody() || (type != null && JSON.matcher(type.strip()).matches());
        return fine
                ? Optional.empty()
                : Optional.of(Problem.of(415, "the content type must be application/json"));
    }
}
