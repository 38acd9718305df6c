package dev.lockstep.app.doctor;

import dev.lockstep.domain.port.maintenance.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports a proxy in the environment, which is not used for requests to the broker. */
public final class ProxyCheck {
    private static final List<String> VARIABLES =
            List.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");

    private ProxyCheck() {}

    /** Returns a warning with the remedy; empty where no proxy is named. */
    public static Optional<Check> of(Map<String, String> environment) {
        return VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name ->
                        Check.of(
                                "network",
                                Finding.Severity.WARNING,
                                name + " is set and not used: Lockstep connects directly",
                                "to use a proxy, set JDK_JAVA_OPTIONS='-Dhttps.proxyHost=HOST"
                                        + " -Dhttps.proxyPort=PORT'; else ignore this"));
    }
}
