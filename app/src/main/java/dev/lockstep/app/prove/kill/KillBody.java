package dev.lockstep.app.prove.kill;

import java.util.List;
import java.util.Map;

/**
 * The result of a run in JSON.
 *
 * @param at when it started
 * @param elapsedMillis the duration in milliseconds
 * @param commit the commit of the program, empty if unknown
 * @param seed of the choices
 * @param cycles the number of cycles
 * @param comparisons how often everything was compared with the exchange
 * @param atExchange the number of orders at the exchange
 * @param outcomes how often each outcome happened, by process, point and outcome
 * @param broken the number of violations
 * @param violations the first of these
 */
public record KillBody(
        String at,
        long elapsedMillis,
        String commit,
        long seed,
        int cycles,
        int comparisons,
        int atExchange,
        Map<String, Integer> outcomes,
        int broken,
        List<ViolationBody> violations) {
    private static final int MAX_VIOLATIONS = 100;

    /** Returns the fields of a report. */
    public static KillBody of(KillReport report) {
        return new KillBody(
                report.at().toString(),
                report.took().toMillis(),
                report.commit(),
                report.seed(),
                report.cycles(),
                report.comparisons(),
                report.atExchange(),
                report.outcomes(),
                report.violations().size(),
                report.violations().stream().limit(MAX_VIOLATIONS).map(ViolationBody::of).toList());
    }

    /**
     * Something that is wrong.
     *
     * @param cycle the cycle after which it was found
     * @param done what was done in it
     * @param replay the command that does the same again, in other circumstances
     * @param text what is wrong
     */
    public record ViolationBody(int cycle, String done, String replay, String text) {
        private static ViolationBody of(KillViolation violation) {
            return new ViolationBody(
                    violation.cycle(),
                    violation.done(),
                    violation.replayCommand(),
                    violation.text());
        }
    }
}
