package dev.lockstep.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import java.util.List;
import java.util.Locale;

/**
 * Results of a run, as a table or as JSON.
 *
 * @param rounds number of rounds behind each median
 * @param outcomes the results of the parts
 */
record BenchmarkReport(int rounds, List<BenchmarkOutcome> outcomes) {
    private static final double NANOS_PER_MICRO = 1e3;

    String table() {
        StringBuilder text = new StringBuilder();
        for (BenchmarkOutcome outcome : outcomes) {
            text.append(
                    "%n%-64s %10s %10s %10s%n"
                            .formatted(outcome.part(), "per s", "p50 µs", "p99 µs"));
            for (String name : outcome.scores().byName().keySet()) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "  %-62s %,10.0f %,10.0f %,10.0f%n",
                                name,
                                outcome.scores().range(name, Score::perSecond).median(),
                                outcome.scores().range(name, Score::p50Nanos).median()
                                        / NANOS_PER_MICRO,
                                outcome.scores().range(name, Score::p99Nanos).median()
                                        / NANOS_PER_MICRO));
            }
        }
        text.append(
                "%n%-64s %8s %17s %9s %7s%n"
                        .formatted("median of " + rounds + " rounds", "", "range", "goal", ""));
        for (BenchmarkOutcome outcome : outcomes) {
            outcome.findings().forEach(finding -> text.append(line(finding)));
        }
        return text.toString();
    }

    String json() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode().put("rounds", rounds);
        for (BenchmarkOutcome outcome : outcomes) {
            ObjectNode part = root.withObjectProperty("parts").putObject(outcome.part());
            outcome.scores()
                    .byName()
                    .forEach((name, scores) ->
                            part.withObjectProperty("scores").putPOJO(name, scores));
            for (BenchmarkFinding finding : outcome.findings()) {
                part.withArrayProperty("findings")
                        .addObject()
                        .put("name", finding.name())
                        .put("unit", finding.unit())
                        .put("median", finding.figure().median())
                        .put("min", finding.figure().min())
                        .put("max", finding.figure().max())
                        .put("goal", finding.goal().toString())
                        .put("verdict", finding.verdict());
            }
        }
        return root.toPrettyString();
    }

    private static String line(BenchmarkFinding finding) {
        Range figure = finding.figure();
        return String.format(
                Locale.ROOT,
                "%-64s %8s %17s %9s %7s%n",
                finding.name(),
                "%.2f %s".formatted(figure.median(), finding.unit()),
                "%.2f to %.2f".formatted(figure.min(), figure.max()),
                finding.goal(),
                finding.verdict());
    }
}
