package dev.lockstep.simulation.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one run plays: a seed, who and what takes part, and for how long.
 *
 * @param seed decides everything
 * @param actors who takes part
 * @param faults what may go wrong
 * @param length how long actors act and faults happen
 */
public record Scenario(
        long seed, Set<ActorKind> actors, Set<ScenarioFault> faults, Duration length) {
    private static final int ACTOR_PERCENT = 45;
    private static final int FAULT_PERCENT = 35;
    private static final int MOST_SECONDS = 150;
    private static final int LEAST_SECONDS = 60;
    private static final int CASH_ONLY_PERCENT = 40;
    private static final int LEAST_CASH = 2_200;
    private static final int MOST_CASH = 4_500;
    private static final int MUCH_CASH = 1_000_000;
    private static final int SEEDS_PER_FILE = 8;
    private static final int SEEDS_PER_LONG_WATCH = 10;

    public Scenario {
        actors = Collections.unmodifiableSet(copy(ActorKind.class, actors));
        faults = Collections.unmodifiableSet(copy(ScenarioFault.class, faults));
    }

    /**
     * Returns the scenario of a seed: a part of all actors and faults. Each is decided
     * independently, so that a new one does not change the others' decisions.
     */
    public static Scenario of(long seed) {
        Set<ActorKind> actors = EnumSet.of(ActorKind.SUBMIT);
        for (ActorKind actor : ActorKind.values()) {
            if (new Chance(seed, "takes part " + actor).percent(ACTOR_PERCENT)) {
                actors.add(actor);
            }
        }
        Set<ScenarioFault> faults = EnumSet.noneOf(ScenarioFault.class);
        for (ScenarioFault fault : ScenarioFault.values()) {
            if (new Chance(seed, "happens " + fault).percent(FAULT_PERCENT)) {
                faults.add(fault);
            }
        }
        int seconds = new Chance(seed, "length").between(LEAST_SECONDS, MOST_SECONDS);
        return new Scenario(seed, actors, faults, Duration.ofSeconds(seconds));
    }

    /**
     * Returns whether it is played on a store in memory; one seed in {@value #SEEDS_PER_FILE} is
     * not.
     */
    public boolean inMemory() {
        return seed % SEEDS_PER_FILE != 0;
    }

    /** Returns whether it is watched for some minutes more although everything has come to rest. */
    public boolean playsToTheEnd() {
        return seed % SEEDS_PER_LONG_WATCH == 0;
    }

    /**
     * Returns whether the account may not borrow and has little cash, so that its cash limits what
     * is bought; only where somebody sets limits.
     */
    public boolean cashOnly() {
        return actors.contains(ActorKind.LIMITS)
                && new Chance(seed, "cash only").percent(CASH_ONLY_PERCENT);
    }

    /** Returns the dollars that the account opens with. */
    public BigDecimal openingCash() {
        return BigDecimal.valueOf(
                cashOnly() ? new Chance(seed, "cash").between(LEAST_CASH, MOST_CASH) : MUCH_CASH);
    }

    /** Returns the same without an actor. */
    public Scenario without(ActorKind actor) {
        Set<ActorKind> fewer = copy(ActorKind.class, actors);
        fewer.remove(actor);
        return new Scenario(seed, fewer, faults, length);
    }

    /** Returns the same without a fault. */
    public Scenario without(ScenarioFault fault) {
        Set<ScenarioFault> fewer = copy(ScenarioFault.class, faults);
        fewer.remove(fault);
        return new Scenario(seed, actors, fewer, length);
    }

    /** Returns the same for another length. */
    public Scenario lasting(Duration other) {
        return new Scenario(seed, actors, faults, other);
    }

    /** Returns the command that plays it again. */
    public String replayCommand() {
        return "./lockstep prove --seed "
                + seed
                + " --actors "
                + actors.stream().map(ActorKind::word).collect(Collectors.joining(","))
                + (faults.isEmpty()
                        ? " --faults none"
                        : " --faults "
                                + faults.stream()
                                        .map(ScenarioFault::word)
                                        .collect(Collectors.joining(",")))
                + " --length "
                + length.toSeconds()
                + "s";
    }

    private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> set) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(set);
        return copy;
    }
}
