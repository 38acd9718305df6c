package dev.lockstep.app.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Events of named objects, each sent in full when it is new or has changed. */
final class ChangeEvent implements LiveEvent {
    private final String event;
    private final Supplier<Map<String, JsonNode>> now;
    private Map<String, JsonNode> reported = Map.of();

    /**
     * Creates the source.
     *
     * @param event the name of the event
     * @param now returns the current state of each object
     */
    ChangeEvent(String event, Supplier<Map<String, JsonNode>> now) {
        this.event = event;
        this.now = now;
    }

    @Override
    public void begin() {
        reported = now.get();
    }

    @Override
    public List<SseEvent> next() {
        Map<String, JsonNode> fresh = now.get();
        List<SseEvent> frames = new ArrayList<>();
        fresh.forEach((name, node) -> {
            if (!node.equals(reported.get(name))) {
                frames.add(SseEvent.of(event, node));
            }
        });
        reported = fresh;
        return frames;
    }
}
