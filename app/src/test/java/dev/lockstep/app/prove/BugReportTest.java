package dev.lockstep.app.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BugReportTest {
    private static final BugReport REPORT =
            new BugReport(
                    Instant.parse("2026-01-02T03:04:05Z"),
                    Duration.ofMinutes(7),
                    "0123456789abcdef",
                    200,
                    List.of(
                            result("fee", true, "cash-agrees, positions-agree", 3),
                            result("fsync", true, "OpeningTest", 0),
                            result("other", false, "no invariant broke", 200)));

    @Test
    void the_page_has_a_row_for_each_bug() {
        assertThat(REPORT.page())
                .contains(
                        "3 bugs, 2 caught, on commit 01234567.",
                        "of at most 200. All of them took 7 minutes.")
                .endsWith(
                        """
                        |---|---|---|---|
                        | `fee` | Wrong: fee. | `cash-agrees`, `positions-agree` | 3 |
                        | `fsync` | Wrong: fsync. | `OpeningTest` |  |
                        | `other` | Wrong: other. | **not caught**: no invariant broke | 200 |
                        """);
    }

    @Test
    void the_json_counts_what_was_missed() {
        assertThat(REPORT.missed()).isEqualTo(1);
        assertThat(BodyTree.of(BugsBody.of(REPORT)))
                .hasToString(
                        """
                        {"at":"2026-01-02T03:04:05Z","elapsedMillis":420000,"commit":"0123456789abcdef",\
                        "mostSeeds":200,"bugs":3,"missed":1,"results":[\
                        {"bug":"fee","caught":true,"by":"cash-agrees, positions-agree","seeds":3,\
                        "elapsedMillis":0},\
                        {"bug":"fsync","caught":true,"by":"OpeningTest","seeds":0,"elapsedMillis":0},\
                        {"bug":"other","caught":false,"by":"no invariant broke","seeds":200,\
                        "elapsedMillis":0}]}\
                        """);
    }

    private static BugResult result(String name, boolean caught, String by, int seeds) {
        SeededBug bug =
                new SeededBug(
                        name,
                        "Wrong: " + name + ".",
                        Path.of(name + ".patch"),
                        new CaughtBy.Seeds());
        return new BugResult(bug, caught, by, seeds, Duration.ZERO);
    }
}
