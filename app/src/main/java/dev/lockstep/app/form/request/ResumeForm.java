package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.domain.risk.limit.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * A request to end a restriction of trading.
 *
 * @param reason why, stored with the change
 * @param source the source of the restriction; null for the operator
 */
public record ResumeForm(@Nullable String reason, @Nullable String source) {
    /**
     * Returns the reason.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if it is absent
     */
    public String why() {
        return FormText.reason(reason);
    }

    /** Returns the source of the restriction. */
    public String restriction() {
        String given = FormText.given("source", source, "the source of a restriction");
        return given == null ? Restriction.OPERATOR : given;
    }
}
