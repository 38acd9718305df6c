package dev.lockstep.simulator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The id and the secret with which a client speaks for an account.
 *
 * @param cash the dollars that the account begins with; null for what every account begins with
 */
public record ApiKey(String id, String secret, String account, @Nullable BigDecimal cash) {
    public ApiKey {
        if (id.isBlank() || secret.isBlank() || account.isBlank()) {
            throw new IllegalArgumentException(
                    "key: blank part (expected: id, secret and account)");
        }
        if (cash != null && cash.signum() < 0) {
            throw new IllegalArgumentException("cash: " + cash + " (expected: >= 0)");
        }
    }

    /** A key of an account that begins with what every account begins with. */
    public ApiKey(String id, String secret, String account) {
        this(id, secret, account, null);
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", secret=***, account=" + account + ", cash=" + cash + "]";
    }
}
