package dev.lockstep.history;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the clients know of each other's orders, so that several of them read, repeat and cancel the
 * same ones. Thread-safe.
 */
final class KnownOrders {
    /** Requests are about these many of the newest orders, which still change. */
    private static final int NEWEST = 64;

    private final List<ClientRequest.Submit> submits = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    synchronized void add(ClientRequest.Submit submit) {
        submits.add(submit);
    }

    synchronized void addId(String id) {
        ids.add(id);
    }

    /** Returns one of the newest submits; null if there is none. */
    synchronized ClientRequest.@Nullable Submit submit(RandomGenerator random) {
        return oneOf(submits, random);
    }

    /** Returns the id of one of the newest orders; null if there is none. */
    synchronized @Nullable String id(RandomGenerator random) {
        return oneOf(ids, random);
    }

    synchronized List<String> keys() {
        return submits.stream().map(ClientRequest.Submit::key).toList();
    }

    private static <T> @Nullable T oneOf(List<T> all, RandomGenerator random) {
        return all.isEmpty()
                ? null
                : all.get(all.size() - 1 - random.nextInt(Math.min(NEWEST, all.size())));
    }
}
