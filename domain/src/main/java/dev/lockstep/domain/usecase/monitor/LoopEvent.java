package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.sync.SyncResult;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;

/** An event of the trading loop, for observers. */
public sealed interface LoopEvent {
    /** Returns the event in one line. */
    String text();

    /**
     * The orders are as the broker had them when the pass began.
     *
     * @param result what the pass did
     * @param took how long it took
     */
    record Synced(SyncResult.Completed result, Duration took) implements LoopEvent {
        @Override
        public String text() {
            return "sync: "
                    + result.changed().size()
                    + " changed, "
                    + result.unchanged()
                    + " unchanged, "
                    + took.toMillis()
                    + " ms";
        }
    }

    /**
     * The broker could not be asked; nothing was changed.
     *
     * @param why why
     */
    record SyncFailed(String why) implements LoopEvent {
        @Override
        public String text() {
            return "sync failed, nothing was changed: " + why;
        }
    }

    /**
     * An order was brought up to date.
     *
     * @param order the order as it is
     * @param source how that was learned
     */
    record OrderChanged(Order order, Source source) implements LoopEvent {
        @Override
        public String text() {
            return source.words
                    + ": order "
                    + order.id()
                    + " "
                    + order.terms().symbol()
                    + " is "
                    + ShownValue.of(order.status())
                    + ", "
                    + order.cumQty()
                    + " traded";
        }
    }

    /**
     * A person must know of something.
     *
     * @param incident what
     */
    record IncidentOpened(Incident incident) implements LoopEvent {
        @Override
        public String text() {
            return "incident "
                    + incident.number()
                    + " opened: "
                    + incident.kind()
                    + " "
                    + incident.subject()
                    + ": "
                    + incident.text();
        }
    }

    /**
     * Something is over.
     *
     * @param incident what
     */
    record IncidentClosed(Incident incident) implements LoopEvent {
        @Override
        public String text() {
            return "incident "
                    + incident.number()
                    + " closed: "
                    + incident.kind()
                    + " "
                    + incident.subject()
                    + ": "
                    + incident.resolution();
        }
    }

    /**
     * A job of the loop could not be done; it is tried again when it is due.
     *
     * @param job which
     * @param why why
     */
    record JobFailed(String job, String why) implements LoopEvent {
        @Override
        public String text() {
            return job + " failed: " + why;
        }
    }

    /**
     * Stream events may be missing; a full sync follows.
     *
     * @param why what happened
     */
    record EventsMissing(String why) implements LoopEvent {
        @Override
        public String text() {
            return "stream: " + why;
        }
    }

    /** The source of a change. */
    enum Source {
        /** By the stream. */
        STREAM("stream"),
        /** By a sync. */
        SYNC("sync"),
        /** By asking what became of one order. */
        QUESTION("asked"),
        /** By a position that was closed elsewhere. */
        POSITION("position closed externally");

        private final String words;

        Source(String words) {
            this.words = words;
        }
    }
}
