package dev.lockstep.app.prove;

import java.util.List;

/**
 * Which seeded bugs were caught, in JSON.
 *
 * @param at when the first one was tried
 * @param elapsedMillis the total duration in milliseconds
 * @param commit the commit they were applied to, empty if unknown
 * @param mostSeeds how many seeds were played at most for a bug
 * @param bugs the number of bugs
 * @param missed the number of those that nothing caught
 * @param results one for each bug
 */
public record BugsBody(
        String at,
        long elapsedMillis,
        String commit,
        int mostSeeds,
        int bugs,
        long missed,
        List<BugResultBody> results) {
    /** Returns the fields of a report. */
    public static BugsBody of(BugReport report) {
        return new BugsBody(
                report.at().toString(),
                report.took().toMillis(),
                report.commit(),
                report.mostSeeds(),
                report.results().size(),
                report.missed(),
                report.results().stream().map(BugResultBody::of).toList());
    }

    /**
     * The result of one bug.
     *
     * @param bug its name
     * @param caught whether the check failed as it should
     * @param by what caught it, or why nothing was checked
     * @param seeds how many seeds were played; 0 for a test
     * @param elapsedMillis the duration in milliseconds
     */
    public record BugResultBody(
            String bug, boolean caught, String by, int seeds, long elapsedMillis) {
        private static BugResultBody of(BugResult result) {
            return new BugResultBody(
                    result.bug().name(),
                    result.caught(),
                    result.by(),
                    result.seeds(),
                    result.took().toMillis());
        }
    }
}
