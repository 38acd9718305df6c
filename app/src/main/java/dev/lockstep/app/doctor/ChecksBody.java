package dev.lockstep.app.doctor;

import dev.lockstep.app.view.body.BodyText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of all checks.
 *
 * @param checks the results
 */
public record ChecksBody(List<CheckBody> checks) {
    /** Returns the fields of results. */
    public static ChecksBody of(List<Check> checks) {
        return new ChecksBody(checks.stream().map(CheckBody::of).toList());
    }

    /**
     * The result of one check.
     *
     * @param name what was checked, such as {@code database}
     * @param state {@code ok}, {@code warn} or {@code bad}
     * @param finding the result
     * @param remedy the remedy, null where none is needed
     */
    public record CheckBody(String name, String state, String finding, @Nullable String remedy) {
        private static CheckBody of(Check check) {
            return new CheckBody(
                    check.area(),
                    switch (check.finding().severity()) {
                        case OK -> "ok";
                        case WARNING -> "warn";
                        case PROBLEM -> "bad";
                    },
                    check.finding().text(),
                    BodyText.notEmpty(check.finding().fix()));
        }
    }
}
