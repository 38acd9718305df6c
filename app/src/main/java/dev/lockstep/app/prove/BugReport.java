package dev.lockstep.app.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which seeded bugs were caught.
 *
 * @param at when the first one was tried
 * @param took how long all of them took
 * @param commit the commit they were applied to, empty if unknown
 * @param mostSeeds how many seeds were played at most for a bug
 * @param results one for each bug
 */
public record BugReport(
        Instant at, Duration took, String commit, int mostSeeds, List<BugResult> results) {
    private static final int SHORT_HASH = 8;

    public BugReport {
        results = List.copyOf(results);
    }

    /**
     * Returns the report with one more result.
     *
     * @param took how long all of them took by now
     */
    public BugReport with(BugResult result, Duration took) {
        return new BugReport(
                at,
                took,
                commit,
                mostSeeds,
                Stream.concat(results.stream(), Stream.of(result)).toList());
    }

    /** Returns the number of bugs that nothing caught. */
    public long missed() {
        return results.stream().filter(result -> !result.caught()).count();
    }

    /** Returns the page of the manual that shows the results. */
    public String page() {
        StringBuilder page = new StringBuilder(HEAD).append(summary()).append(TABLE);
        for (BugResult result : results) {
            page.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    result.bug().name(),
                                    result.bug().sentence(),
                                    caught(result),
                                    result.seeds() == 0 ? "" : String.valueOf(result.seeds())));
        }
        return page.toString();
    }

    private String summary() {
        return """
        %d bugs, %d caught, on commit %s. "Seeds" is the number of seeds from 0 on that were played until the first one
        broke an invariant, of at most %d. All of them took %d minutes.
        """
                .formatted(
                        results.size(),
                        results.size() - missed(),
                        commit.length() > SHORT_HASH ? commit.substring(0, SHORT_HASH) : commit,
                        mostSeeds,
                        took.toMinutes());
    }

    private static String caught(BugResult result) {
        return result.caught()
                ? "`" + result.by().replace(", ", "`, `") + "`"
                : "**not caught**: " + result.by();
    }

    private static final String HEAD =
            """
            # Seeded bugs

            Do the checks of Lockstep fail when they should? Each patch in `simulation-tests/bugs` puts one mistake into the
            platform, of a kind that trading systems have had. `./lockstep prove bugs` applies them one at a time in a
            checkout of its own and plays seeds of the [simulation](simulation.md) until an invariant breaks; a mistake that
            the simulation cannot see has to fail the test that its patch names. The command writes this page:

            ```
            ./lockstep prove bugs --document docs/seeded-bugs.md    # all of them; in a clone, with git and a JDK
            ./lockstep prove bugs --bug NAME                        # one of them
            ```

            """;

    private static final String TABLE =
            """

            | Bug | What is wrong | Caught by | Seeds |
            |---|---|---|---|
            """;
}
