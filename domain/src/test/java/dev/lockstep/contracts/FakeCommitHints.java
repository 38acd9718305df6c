package dev.lockstep.contracts;

import dev.lockstep.domain.port.CommitHints;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives the hints of the test, to all subscribers at once. */
public final class FakeCommitHints implements CommitHints {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Subscription subscribe(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Gives a hint. */
    public void committed() {
        listeners.forEach(Listener::committed);
    }

    /** Reports that hints may be missing. */
    public void lose() {
        listeners.forEach(Listener::lost);
    }

    /** Returns the number of subscribers. */
    public int subscribers() {
        return listeners.size();
    }
}
