package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses requests to unknown host names, which stops DNS rebinding: a foreign page whose name
 * resolves to this address still sends the foreign name.
 *
 * <p>An IP address cannot be rebound, so any is accepted if other machines may connect.
 */
public final class HostGuard implements Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private final Set<String> names;
    private final boolean anyAddress;

    /**
     * Creates the guard.
     *
     * @param names further host names of this machine
     * @param anyAddress whether any IP address is accepted
     */
    public HostGuard(Set<String> names, boolean anyAddress) {
        this.names =
                names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        this.anyAddress = anyAddress;
    }

    /**
     * Returns whether a requested host, with or without a port, is a name of this machine alone.
     */
    public static boolean loopback(String host) {
        return LOOPBACK.contains(name(host));
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        String name = name(head.host());
        boolean ours =
                LOOPBACK.contains(name)
                        || names.contains(name)
                        || (anyAddress && ADDRESS.matcher(name).matches());
        return ours
                ? Optional.empty()
                : Optional.of(
                        Problem.coded(
                                403,
                                "host",
                                "this server does not answer to the name it was asked by;"
                                        + " --allow-host adds one"));
    }

    private static String name(String host) {
        return PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
