package dev.lockstep.app.web.live;

import java.util.List;

/** A source of events; called by the poller's thread only. */
interface LiveEvent {
    /** Discards the recorded state, because there was no client. */
    void begin();

    /** Returns the events since the last call. */
    List<SseEvent> next();
}
