package dev.lockstep.app.prove.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of a run in JSON.
 *
 * @param at when it started
 * @param elapsedMillis the duration in milliseconds
 * @param commit the commit of the program, empty if unknown
 * @param seed of all inputs
 * @param inputs the number of inputs
 * @param perSecond the inputs per second
 * @param failed the number of inputs that showed a bug
 * @param targets what became of the inputs of each target
 * @param findings the first input of each bug
 */
public record FuzzBody(
        String at,
        long elapsedMillis,
        String commit,
        long seed,
        long inputs,
        long perSecond,
        long failed,
        List<TargetBody> targets,
        List<FindingBody> findings) {
    /** Returns the fields of a report. */
    public static FuzzBody of(FuzzReport report) {
        List<TargetBody> targets = new ArrayList<>();
        report.result()
                .counts()
                .forEach((target, counts) ->
                        targets.add(
                                new TargetBody(
                                        target.word(),
                                        target.refusals(),
                                        counts.inputs(),
                                        counts.accepted(),
                                        counts.refused(),
                                        counts.failed(),
                                        counts.longest().toMillis())));
        return new FuzzBody(
                report.at().toString(),
                report.took().toMillis(),
                report.commit(),
                report.seed(),
                report.result().inputs(),
                report.perSecond(),
                report.result().findings().stream().mapToLong(FuzzFinding::times).sum(),
                targets,
                report.result().findings().stream().map(FindingBody::of).toList());
    }

    /**
     * The inputs of a target.
     *
     * @param target its name
     * @param refusals the exceptions by which it may refuse
     * @param inputs the number of inputs
     * @param accepted the number of accepted ones
     * @param refused the number of refused ones
     * @param failed the number of those that showed a bug
     * @param longestMillis the longest time of one input
     */
    public record TargetBody(
            String target,
            List<String> refusals,
            long inputs,
            long accepted,
            long refused,
            long failed,
            long longestMillis) {}

    /**
     * A bug.
     *
     * @param target the target
     * @param input the number of the first input
     * @param replay the command that gives it to the parser again
     * @param times how many inputs failed in the same way
     * @param error the class of the exception
     * @param message its message
     * @param frame the first stack frame in the program
     * @param stack the first stack frames
     * @param entry the parser's entry
     * @param readable the start of the input as text
     * @param base64 the input, empty if it is very long
     */
    public record FindingBody(
            String target,
            long input,
            String replay,
            long times,
            String error,
            String message,
            String frame,
            List<String> stack,
            String entry,
            String readable,
            String base64) {
        private static FindingBody of(FuzzFinding finding) {
            return new FindingBody(
                    finding.target().word(),
                    finding.number(),
                    finding.replayCommand(),
                    finding.times(),
                    finding.error(),
                    finding.message(),
                    finding.frame(),
                    finding.stack(),
                    finding.entry(),
                    finding.readable(),
                    finding.base64());
        }
    }
}
