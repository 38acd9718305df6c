package dev.lockstep.simulator.server.venue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registry of API keys and their accounts. */
public final class ApiKeyRegistry {
    /** The secret and the account of a key id. */
    public record Lock(String secret, String account) {
        /** Returns the entry with its secret masked. */
        @Override
        public String toString() {
            return "Lock[secret=***, account=" + account + "]";
        }
    }

    private static final String BEARER = "Bearer ";

    private final Map<String, Lock> locks;

    public ApiKeyRegistry(Map<String, Lock> locks) {
        this.locks = Map.copyOf(locks);
    }

    /** Returns the account for a key id and its secret. */
    public Optional<String> account(@Nullable String id, @Nullable String secret) {
        Lock lock = id == null ? null : locks.get(id);
        if (lock == null || secret == null || !same(lock.secret(), secret)) {
            return Optional.empty();
        }
        return Optional.of(lock.account());
    }

    /**
     * Returns the account for a key id and its secret, or for an {@code Authorization} header. The
     * bearer token of an account is the secret of its key.
     */
    public Optional<String> account(
            @Nullable String id, @Nullable String secret, @Nullable String authorization) {
        return account(id, secret)
                .or(() ->
                        authorization == null || !isBearer(authorization)
                                ? Optional.empty()
                                : bearer(authorization.substring(BEARER.length()).strip()));
    }

    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** Returns the account for a bearer token, the secret of one of its keys. */
    public Optional<String> bearer(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        return locks.values().stream()
                .filter(lock -> same(lock.secret(), token))
                .map(Lock::account)
                .findFirst();
    }

    /** Returns the account if all keys belong to the same one. */
    public Optional<String> onlyAccount() {
        List<String> accounts = locks.values().stream().map(Lock::account).distinct().toList();
        return accounts.size() == 1 ? Optional.of(accounts.getFirst()) : Optional.empty();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
