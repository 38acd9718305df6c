package dev.lockstep.simulator.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which key opens which account. */
public final class Keyring {
    /** The secret beside a key id, and the account it opens. */
    public record Lock(String secret, String account) {
        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Lock[secret=***, account=" + account + "]";
        }
    }

    private final Map<String, Lock> locks;

    public Keyring(Map<String, Lock> locks) {
        this.locks = Map.copyOf(locks);
    }

    /** The account that id and secret open together. */
    Optional<String> account(@Nullable String id, @Nullable String secret) {
        Lock lock = id == null ? null : locks.get(id);
        if (lock == null || secret == null || !same(lock.secret(), secret)) {
            return Optional.empty();
        }
        return Optional.of(lock.account());
    }

    /** The account, when all keys open the same. */
    Optional<String> onlyAccount() {
        List<String> accounts = locks.values().stream().map(Lock::account).distinct().toList();
        return accounts.size() == 1 ? Optional.of(accounts.getFirst()) : Optional.empty();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
