package dev.lockstep.simulator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An API key of the simulator: key id, secret and the account it authenticates.
 *
 * @param cash the account's opening cash in dollars; null for the simulator's default
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

    /** Creates a key for an account that opens with the default cash. */
    public ApiKey(String id, String secret, String account) {
        this(id, secret, account, null);
    }

    /** Returns the key with its secret masked. */
    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", secret=***, account=" + account + ", cash=" + cash + "]";
    }
}
