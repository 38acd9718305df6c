package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The risk rules in memory, with every change of them. For one thread at a time. */
final class RuleBook {
    private final List<RiskChange> changes = new ArrayList<>();
    private RiskRules rules = RiskRules.NONE;

    RiskRules rules() {
        return rules;
    }

    RiskRules change(RiskChange change) {
        RiskRules before = rules;
        rules = change.appliedTo(before);
        if (!rules.equals(before)) {
            changes.addFirst(change);
        }
        return rules;
    }

    List<RiskChange> changes(int limit) {
        requireLimit(limit);
        return changes.stream().limit(limit).toList();
    }

    List<RiskChange> changes(Instant before, int limit) {
        requireLimit(limit);
        List<RiskChange> all =
                changes.stream()
                        .filter(change -> change.at().isBefore(before))
                        .sorted(Comparator.comparing(RiskChange::at).reversed())
                        .toList();
        return all.size() <= limit
                ? all
                : all.stream()
                        .filter(change -> !change.at().isBefore(all.get(limit - 1).at()))
                        .toList();
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > RiskControl.MAX_CHANGES) {
            throw new InvalidValueException("limit", limit, "1 to " + RiskControl.MAX_CHANGES);
        }
    }
}
