package dev.lockstep.app.prove.disk.write;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of the log of a writing process. */
public sealed interface LoggedWrite {
    /** How far a write is atomic. */
    enum Scope {
        /** All orders of it are stored, or none. */
        TOGETHER,
        /** Each order for itself. */
        EACH
    }

    /**
     * A write begins.
     *
     * @param number of the write
     * @param versions the versions that its orders get
     */
    record Begun(long number, Scope scope, Map<OrderId, Long> versions) implements LoggedWrite {
        public Begun {
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }
    }

    /**
     * The trading state is about to be changed.
     *
     * @param changes how many changes there are then
     */
    record BegunChange(long number, int changes) implements LoggedWrite {}

    /** A write is acknowledged: all of it is durable. */
    record Done(long number) implements LoggedWrite {}

    /** A write failed. */
    record Failed(long number, Reason reason) implements LoggedWrite {}

    /** Something else happened, such as an error that is not typed. */
    record Noted(Event event, String text) implements LoggedWrite {}

    /** What a note is about. */
    enum Event {
        /** A fault begins. */
        FAULT,
        /** A fault has ended. */
        ENDED,
        /** New orders are accepted again. */
        RECOVERED,
        /** Something happened that must not. */
        ERROR
    }

    /** Returns it as a line of text. */
    default String line() {
        return switch (this) {
            case Begun begun ->
                    "begun " + begun.number() + " " + begun.scope() + " " + text(begun.versions());
            case BegunChange change -> "change " + change.number() + " " + change.changes();
            case Done done -> "done " + done.number();
            case Failed failed -> "failed " + failed.number() + " " + failed.reason();
            case Noted noted ->
                    "note " + noted.event() + " " + noted.text().replaceAll("\\s+", " ");
        };
    }

    /** Returns the write of a line. */
    static LoggedWrite of(String line) {
        String[] words = line.split(" ", 4);
        return switch (words[0]) {
            case "begun" ->
                    new Begun(
                            Long.parseLong(words[1]), Scope.valueOf(words[2]), versions(words[3]));
            case "change" -> new BegunChange(Long.parseLong(words[1]), Integer.parseInt(words[2]));
            case "done" -> new Done(Long.parseLong(words[1]));
            case "failed" -> new Failed(Long.parseLong(words[1]), Reason.valueOf(words[2]));
            case "note" ->
                    new Noted(
                            Event.valueOf(words[1]),
                            line.substring("note ".length() + words[1].length()).strip());
            default -> throw new IllegalArgumentException("no line of this log: " + line);
        };
    }

    private static String text(Map<OrderId, Long> versions) {
        return versions.entrySet().stream()
                .map(each -> each.getKey().value() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<OrderId, Long> versions(String text) {
        Map<OrderId, Long> versions = new LinkedHashMap<>();
        Arrays.stream(text.split(",", -1))
                .map(each -> each.split(":", -1))
                .forEach(each -> versions.put(new OrderId(each[0]), Long.parseLong(each[1])));
        return versions;
    }
}
