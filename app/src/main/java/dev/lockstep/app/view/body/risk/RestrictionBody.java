package dev.lockstep.app.view.body.risk;

import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;

/**
 * A restriction of trading.
 *
 * @param source its source, such as {@code operator}
 * @param state the strongest state of trading that it allows
 * @param who the user or process that set it
 * @param why the reason
 * @param since when it was set
 */
public record RestrictionBody(String source, String state, String who, String why, String since) {
    /** Returns the fields of a restriction. */
    public static RestrictionBody of(Restriction restriction) {
        return new RestrictionBody(
                restriction.source(),
                ShownValue.of(restriction.state()),
                restriction.who(),
                restriction.why(),
                restriction.since().toString());
    }

    /** Returns the fields of restrictions. */
    public static List<RestrictionBody> of(List<Restriction> restrictions) {
        return restrictions.stream().map(RestrictionBody::of).toList();
    }
}
