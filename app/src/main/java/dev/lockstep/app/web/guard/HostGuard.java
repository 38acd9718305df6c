package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets in only who asks for this machine by a name that is ours: a foreign page whose name was
 * turned to this address (DNS rebinding) asks by the foreign name.
 *
 * <p>An address in figures cannot be turned, so where others may connect at all any is let in.
 */
public final class HostGuard implements Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private final Set<String> names;
    private final boolean anyAddress;

    /**
     * Lets these in beside the names of this machine.
     *
     * @param names further names of this machine
     * @param anyAddress whether an address in figures will do
     */
    public HostGuard(Set<String> names, boolean anyAddress) {
        this.names =
                names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        this.anyAddress = anyAddress;
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        String name = PORT.matcher(head.host().toLowerCase(Locale.ROOT)).replaceFirst("");
        boolean ours =
                LOOPBACK.contains(name)
                        || names.contains(name)
                        || (anyAddress && ADDRESS.matcher(name).matches());
        return ours
                ? Optional.empty()
                : Optional.of(
                        Problem.coded(
                                403,
                                "HOST",
                                "this server does not answer to the name it was asked by;"
                                        + " --allow-host adds one"));
    }
}
