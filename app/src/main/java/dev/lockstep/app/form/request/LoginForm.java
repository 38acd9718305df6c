package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A request for a session.
 *
 * @param token the token of the server
 */
public record LoginForm(@Nullable String token) {
    /**
     * Returns the token.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if it is absent
     */
    public String given() {
        return FormText.required("token", token, "the server's token");
    }

    @Override
    public String toString() {
        return "LoginForm[token=***]";
    }
}
