package dev.lockstep.simulator.faults;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One fault and the requests or events it applies to.
 *
 * @param target a method and a path such as {@code POST /v2/orders}, or {@code STREAM fill}; a star
 *     matches any text
 * @param chanceMillionths probability in millionths; ignored if nth or every is set
 * @param nth applies to this match only; zero for any match
 * @param every applies to each match of this count; zero for any match
 * @param times maximum number of applications; zero for no limit
 * @param status HTTP status of an error or of an HTML page
 * @param delay length of a latency
 * @param events number of later events that overtake a late one
 */
public record FaultRule(
        String target,
        FaultKind kind,
        int chanceMillionths,
        long nth,
        long every,
        long times,
        int status,
        Duration delay,
        int events) {
    /** Description of the allowed targets, for error messages. */
    public static final String TARGETS =
            "METHOD PATH such as POST /v2/orders, or STREAM EVENT such as STREAM fill";

    private static final String TO_REQUESTS = "GET, POST, PATCH, DELETE or *, a space, a path or *";
    private static final String TO_STREAM = "STREAM, a space, an event such as fill or *";
    private static final Pattern OF_REQUESTS =
            Pattern.compile("(GET|POST|PATCH|DELETE|\\*) [/*]\\S*");
    private static final Pattern OF_EVENTS = Pattern.compile("STREAM [a-z_*]+");

    /** Maximum delay of a request. */
    public static final Duration MAX_DELAY = Duration.ofMinutes(10);

    /** Maximum number of events that can overtake a late one. */
    public static final int MAX_LATE_EVENTS = 1_000;

    public FaultRule {
        Pattern form = kind.ofStream() ? OF_EVENTS : OF_REQUESTS;
        require(
                form.matcher(target).matches(),
                "target",
                target,
                kind.ofStream() ? TO_STREAM : TO_REQUESTS);
        require(
                chanceMillionths >= 0 && chanceMillionths <= FaultInjection.MILLIONTHS,
                "probability",
                chanceMillionths + " millionths",
                "0 to 1");
        require(nth >= 0, "nth", nth, ">= 0");
        require(every >= 0, "every", every, ">= 0");
        require(times >= 0, "times", times, ">= 0");
        require(nth == 0 || every == 0, "every", every, "absent when nth is set");
        require(status >= 400 && status <= 599, "status", status, "400 to 599");
        require(
                !delay.isNegative() && delay.compareTo(MAX_DELAY) <= 0,
                "millis",
                delay.toMillis(),
                "0 to 600,000");
        require(events >= 1 && events <= MAX_LATE_EVENTS, "events", events, "1 to 1,000");
    }

    Pattern pattern() {
        String[] parts = target.split("\\*", -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex.toString());
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
