package dev.lockstep.domain.memory;

import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.port.store.SignIns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sign-ins kept in memory; safe for use by several threads. */
public final class InMemorySignIns implements SignIns {
    private final List<SignIn> signIns = new ArrayList<>();

    @Override
    public synchronized void add(SignIn signIn) {
        signIns.add(signIn);
    }

    @Override
    public synchronized List<SignIn> before(Instant time, int limit) {
        List<SignIn> newest =
                signIns.reversed().stream()
                        .filter(each -> each.at().isBefore(time))
                        .sorted(Comparator.comparing(SignIn::at).reversed())
                        .toList();
        if (newest.size() <= limit) {
            return newest;
        }
        Instant last = newest.get(limit - 1).at();
        return newest.stream().filter(each -> !each.at().isBefore(last)).toList();
    }
}
