package dev.lockstep.app.web.live;

import java.util.List;

/** Something that clients are told of; asked by the poller's thread alone. */
interface LiveEvent {
    /** Forgets what was told, for there was nobody to tell it to. */
    void begin();

    /** What is new since the last time. */
    List<SseEvent> next();
}
