package dev.lockstep.app.web;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Names the requests of one process, so that an answer and a line of the log can be matched. */
final class RequestIds {
    private final String prefix;
    private final AtomicLong last = new AtomicLong();

    RequestIds(RandomGenerator random) {
        this.prefix = "%08x-".formatted(random.nextInt());
    }

    String next() {
        return prefix + last.incrementAndGet();
    }
}
