package dev.lockstep.simulator;

/** The id and the secret with which a client speaks for an account. */
public record ApiKey(String id, String secret, String account) {
    public ApiKey {
        if (id.isBlank() || secret.isBlank() || account.isBlank()) {
            throw new IllegalArgumentException(
                    "key: blank part (expected: id, secret and account)");
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", secret=***, account=" + account + "]";
    }
}
