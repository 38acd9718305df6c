package dev.lockstep.gateway.alpaca.read;

import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.domain.port.broker.VenueReads;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers of the venue, kept for a short time and requested once for all concurrent callers, so
 * that ten bots cost one request. Thread-safe.
 */
public final class VenueCache implements VenueReads {
    private static final int MAX_ENTRIES = 256;
    private static final int MAX_KEPT_CHARS = 1_024 * 1_024;

    private final VenueReads venue;
    private final MonotonicClock clock;
    private final Map<Request, Entry> entries = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Creates a cache of a venue. */
    public VenueCache(VenueReads venue, MonotonicClock clock) {
        this.venue = venue;
        this.clock = clock;
    }

    @Override
    public VenueAnswer get(Host host, String path, Map<String, List<String>> query) {
        Request request = new Request(host, path, new TreeMap<>(query));
        long number = numbers.incrementAndGet();
        Entry entry = entryOf(request, number);
        if (entry.number() == number) {
            ask(request, entry);
        }
        try {
            return entry.answer().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void ask(Request request, Entry mine) {
        try {
            VenueAnswer answer = venue.get(request.host(), request.path(), request.query());
            if (!kept(answer)) {
                forget(request, mine.number());
            }
            mine.answer().complete(answer);
        } catch (RuntimeException failure) {
            forget(request, mine.number());
            mine.answer().completeExceptionally(failure);
        }
    }

    private static boolean kept(VenueAnswer answer) {
        return answer instanceof VenueAnswer.Answered answered
                && answered.successful()
                && answered.body().length() <= MAX_KEPT_CHARS;
    }

    /** Returns the entry of a request; a new one of this number if the caller is to ask. */
    private synchronized Entry entryOf(Request request, long number) {
        Entry known = entries.get(request);
        if (known != null && (!known.answer().isDone() || fresh(request, known))) {
            return known;
        }
        entries.remove(request);
        if (entries.size() >= MAX_ENTRIES) {
            Iterator<Request> oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        Entry entry = new Entry(number, new CompletableFuture<>(), clock.nanoTime());
        entries.put(request, entry);
        return entry;
    }

    private boolean fresh(Request request, Entry entry) {
        return clock.since(entry.since()).compareTo(maxAge(request.path())) <= 0;
    }

    private synchronized void forget(Request request, long number) {
        Entry known = entries.get(request);
        if (known != null && known.number() == number) {
            entries.remove(request);
        }
    }

    private static Duration maxAge(String path) {
        if (path.startsWith("/v2/assets") || path.contains("calendar")) {
            return Duration.ofMinutes(10);
        }
        if (path.startsWith("/v2/watchlists") || path.endsWith("/clock")) {
            return Duration.ofSeconds(1);
        }
        return path.contains("/bars") || path.contains("/history")
                ? Duration.ofSeconds(2)
                : Duration.ofMillis(500);
    }

    private record Request(Host host, String path, Map<String, List<String>> query) {}

    private record Entry(long number, CompletableFuture<VenueAnswer> answer, long since) {}
}
