package dev.lockstep.app.prove.mutation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which changes of the domain's code the tests noticed.
 *
 * @param at when the first package was begun
 * @param took how long all of them took
 * @param commit the commit that was changed, empty if unknown
 * @param mutants the changes
 */
public record MutationReport(Instant at, Duration took, String commit, List<Mutant> mutants) {
    private static final int SHORT_HASH = 8;

    public MutationReport {
        mutants = List.copyOf(mutants);
    }

    /**
     * Returns the report with more changes.
     *
     * @param took how long all of them took by now
     */
    public MutationReport with(List<Mutant> more, Duration took) {
        return new MutationReport(
                at, took, commit, Stream.concat(mutants.stream(), more.stream()).toList());
    }

    /** Returns the share of the changes that the tests noticed, in whole percent, cut off. */
    public int noticedPercent() {
        return MutantCount.of(mutants).noticedPercent();
    }

    /** Returns the numbers of each package. */
    public Map<String, MutantCount> byPackage() {
        return mutants.stream()
                .collect(
                        Collectors.groupingBy(
                                Mutant::folder,
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), MutantCount::of)));
    }

    /** Returns the page of the manual that shows the results. */
    public String page() {
        StringBuilder page = new StringBuilder(HEAD).append(summary()).append(PACKAGES);
        byPackage()
                .forEach((folder, count) ->
                        page.append(
                                "| `%s` | %d | %d | %d | %d | %d | %d %% |\n"
                                        .formatted(
                                                folder,
                                                count.all(),
                                                count.of(MutantEnd.KILLED),
                                                count.of(MutantEnd.TIMED_OUT),
                                                count.of(MutantEnd.SURVIVED),
                                                count.of(MutantEnd.NO_COVERAGE),
                                                count.noticedPercent())));
        page.append(SURVIVORS);
        mutants.stream()
                .filter(mutant -> !mutant.end().noticed())
                .collect(Collectors.groupingBy(Mutant::type, TreeMap::new, Collectors.toList()))
                .forEach((type, left) ->
                        page.append(
                                "| `%s` | %s | %s |\n"
                                        .formatted(
                                                type,
                                                places(left, MutantEnd.SURVIVED),
                                                places(left, MutantEnd.NO_COVERAGE))));
        return page.toString();
    }

    private static String places(List<Mutant> left, MutantEnd end) {
        return left.stream()
                .filter(mutant -> mutant.end() == end)
                .map(mutant -> mutant.line() + " " + mutant.change())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String summary() {
        MutantCount all = MutantCount.of(mutants);
        return """
        %d changes on commit %s; the tests noticed %d of them (%d %%).
        """
                .formatted(
                        all.all(),
                        commit.length() > SHORT_HASH ? commit.substring(0, SHORT_HASH) : commit,
                        all.noticed(),
                        all.noticedPercent());
    }

    private static final String HEAD =
            """
            # Changed lines that no test notices

            [PIT](https://pitest.org) changes the code of the `domain` in one place after the other, such as `<` to `<=`, and runs
            the tests of that module that cover the place, without those that are tagged as slow. A change that makes no test fail
            survives. The command writes this page:

            ```
            ./lockstep prove mutation --document docs/mutation.md    # hours; in a clone, with Maven and a JDK
            ./lockstep prove mutation --package order                # one package
            ```

            """;

    private static final String PACKAGES =
            """

            | Package | Changes | Killed | Timed out | Survived | Run by no test | Noticed |
            |---|---|---|---|---|---|---|
            """;

    private static final String SURVIVORS =
            """

            ## Survivors

            By class, with the line and PIT's name of the change. Many change nothing that can be seen, such as the bound of a
            comparison whose two sides give the same.

            | Class | Survived | Run by no test |
            |---|---|---|
            """;
}
