package dev.lockstep.simulation.check;

import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.schedule.Actor;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tracks orders that were sent although trading was restricted at the last check of their sender. A
 * halt that is stored after that check cannot be known; a check that is older than any claim
 * permits nothing.
 */
final class Permissions {
    private final VirtualTime time;
    private final Promises promises;
    private final Map<Actor, Look> looks = new HashMap<>();
    private final Set<String> leftWhileHeldBack = new HashSet<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, Long> leftNanos = new HashMap<>();
    private int sent;

    private record Look(long atNanos, boolean restricted) {}

    Permissions(VirtualTime time, Promises promises) {
        this.time = time;
        this.promises = promises;
    }

    /** A store has answered the running actor. */
    void answered(String method, Object answer) {
        if (answer instanceof RiskRules rules) {
            if (method.equals("change")) {
                promises.heldBack(!rules.restrictions().isEmpty());
            }
            looked(rules);
        } else if (answer instanceof Exposure exposure) {
            looked(exposure.rules());
        }
    }

    private void looked(RiskRules rules) {
        looks.put(time.self(), new Look(time.nanos(), !rules.restrictions().isEmpty()));
    }

    /** The running actor sends an order. */
    void leaves(String clientOrderId) {
        Look snapshot = looks.get(time.self());
        boolean restricted = promises.isHeldBack();
        if (snapshot != null && current(snapshot)) {
            restricted = snapshot.restricted();
        }
        turns.put(clientOrderId, ++sent);
        leftNanos.put(clientOrderId, time.nanos());
        if (restricted) {
            leftWhileHeldBack.add(clientOrderId);
        }
    }

    /** Returns whether an order left after this one, and while trading was not held back. */
    boolean leftFreelyAfter(String clientOrderId, String earlier) {
        return !leftWhileHeldBack.contains(clientOrderId)
                && turns.getOrDefault(clientOrderId, 0) > turns.getOrDefault(earlier, 0);
    }

    /** Returns whether the position may have been looked at for an order before this moment. */
    boolean lookedBefore(String clientOrderId, long atNanos) {
        Long left = leftNanos.get(clientOrderId);
        return left != null && left - RecoveryPolicy.MAX_CLAIM_AGE.toNanos() <= atNanos;
    }

    private boolean current(Look snapshot) {
        return time.nanos() - snapshot.atNanos() <= RecoveryPolicy.MAX_CLAIM_AGE.toNanos();
    }

    /** Returns whether an order left while trading was held back. */
    boolean leftWhileHeldBack(String clientOrderId) {
        return leftWhileHeldBack.contains(clientOrderId);
    }
}
