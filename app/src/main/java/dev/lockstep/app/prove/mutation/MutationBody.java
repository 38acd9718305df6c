package dev.lockstep.app.prove.mutation;

import java.util.List;
import java.util.Locale;

/**
 * Which changes of the code the tests noticed, in JSON.
 *
 * @param at when the first package was begun
 * @param elapsedMillis the total duration in milliseconds
 * @param commit the commit that was changed, empty if unknown
 * @param mutants the number of changes
 * @param noticedPercent the share that the tests noticed, in percent
 * @param packages the numbers of each package
 * @param survivors the changes that no test noticed
 */
public record MutationBody(
        String at,
        long elapsedMillis,
        String commit,
        int mutants,
        int noticedPercent,
        List<PackageBody> packages,
        List<SurvivorBody> survivors) {
    /** Returns the fields of a report. */
    public static MutationBody of(MutationReport report) {
        return new MutationBody(
                report.at().toString(),
                report.took().toMillis(),
                report.commit(),
                report.mutants().size(),
                report.noticedPercent(),
                report.byPackage().entrySet().stream()
                        .map(each -> PackageBody.of(each.getKey(), each.getValue()))
                        .toList(),
                report.mutants().stream()
                        .filter(mutant -> !mutant.end().noticed())
                        .map(SurvivorBody::of)
                        .toList());
    }

    /**
     * A change that no test noticed.
     *
     * @param type the class with its package
     * @param method the method
     * @param line the line, from 1
     * @param change the kind of change
     * @param end {@code survived}, {@code no_coverage} or {@code not_run}
     */
    public record SurvivorBody(String type, String method, int line, String change, String end) {
        private static SurvivorBody of(Mutant mutant) {
            return new SurvivorBody(
                    mutant.type(),
                    mutant.method(),
                    mutant.line(),
                    mutant.change(),
                    mutant.end().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * The numbers of a package.
     *
     * @param name the package
     * @param mutants the number of changes
     * @param killed those for which a test failed
     * @param timedOut those with which the tests did not end
     * @param survived those that the tests ran and did not notice
     * @param notCovered those that no test runs
     */
    public record PackageBody(
            String name, int mutants, int killed, int timedOut, int survived, int notCovered) {
        private static PackageBody of(String name, MutantCount count) {
            return new PackageBody(
                    name,
                    count.all(),
                    count.of(MutantEnd.KILLED),
                    count.of(MutantEnd.TIMED_OUT),
                    count.of(MutantEnd.SURVIVED),
                    count.of(MutantEnd.NO_COVERAGE));
        }
    }
}
