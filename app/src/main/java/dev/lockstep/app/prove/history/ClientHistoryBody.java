package dev.lockstep.app.prove.history;

import dev.lockstep.history.Breach;
import dev.lockstep.history.HistoryRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a check of what clients saw in JSON.
 *
 * @param at when it started
 * @param elapsedMillis the duration in milliseconds
 * @param commit the commit of the program, empty if unknown
 * @param requests the number of requests
 * @param refused the number of those that were refused
 * @param missing the number of those without a reply
 * @param orders the number of orders
 * @param atExchange the number of orders at the exchange
 * @param disturbances how often each disturbance happened, by name
 * @param rules every rule, by name
 * @param broken the number of places where a rule is broken
 * @param breaches the first of these
 */
public record ClientHistoryBody(
        String at,
        long elapsedMillis,
        String commit,
        int requests,
        long refused,
        long missing,
        int orders,
        int atExchange,
        Map<String, Integer> disturbances,
        Map<String, String> rules,
        int broken,
        List<BreachBody> breaches) {
    private static final int MAX_BREACHES = 100;

    /** Returns the fields of a report. */
    public static ClientHistoryBody of(HistoryReport report) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (HistoryRule each : HistoryRule.values()) {
            rules.put(each.word(), each.sentence());
        }
        return new ClientHistoryBody(
                report.at().toString(),
                report.took().toMillis(),
                report.commit(),
                report.requests(),
                report.refused(),
                report.missing(),
                report.history().end().size(),
                report.history().ledger().size(),
                report.disturbances(),
                rules,
                report.breaches().size(),
                report.breaches().stream().limit(MAX_BREACHES).map(BreachBody::of).toList());
    }

    /**
     * A place where a rule is broken.
     *
     * @param rule the rule
     * @param subject the key or the order
     * @param text what was seen
     */
    public record BreachBody(String rule, String subject, String text) {
        private static BreachBody of(Breach breach) {
            return new BreachBody(breach.rule().word(), breach.subject(), breach.text());
        }
    }
}
