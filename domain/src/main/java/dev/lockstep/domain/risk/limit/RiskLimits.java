package dev.lockstep.domain.risk.limit;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that are set, at most one of each name; immutable.
 *
 * @param byName the limits under their names
 */
public record RiskLimits(Map<LimitName, RiskLimit> byName) implements Iterable<RiskLimit> {
    /** No limits at all. */
    public static final RiskLimits NONE = new RiskLimits(Map.of());

    public RiskLimits {
        Map<LimitName, RiskLimit> copy = new EnumMap<>(LimitName.class);
        byName.values().forEach(limit -> copy.put(limit.name(), limit));
        byName = Collections.unmodifiableMap(copy);
    }

    /** These limits. */
    public static RiskLimits of(RiskLimit... limits) {
        return of(List.of(limits));
    }

    /** These limits; of two of one name the last one counts. */
    public static RiskLimits of(Collection<RiskLimit> limits) {
        Map<LimitName, RiskLimit> byName = new EnumMap<>(LimitName.class);
        limits.forEach(limit -> byName.put(limit.name(), limit));
        return new RiskLimits(byName);
    }

    /** Returns the limit of this kind, empty where it is not set. */
    public <T extends RiskLimit> Optional<T> of(Class<T> kind) {
        return byName.values().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Returns whether no limit is set. */
    public boolean none() {
        return byName.isEmpty();
    }

    @Override
    public Iterator<RiskLimit> iterator() {
        return byName.values().iterator();
    }
}
