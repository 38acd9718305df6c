package dev.lockstep.app.cli.key;

import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Limits of a strategy, set together with its key. */
final class LimitOptions {
    @Option(
            names = "--limits",
            paramLabel = "NAME=VALUE",
            arity = "1..*",
            description =
                    "Limits of its strategy, as for 'risk set', such as max-order-value=1000"
                            + " allowed-symbols=AAPL,MSFT. The key and all limits are stored, or"
                            + " nothing is.")
    private List<String> limits = List.of();

    /** Returns the limits. */
    List<RiskLimit> limits() {
        Set<LimitName> names = new HashSet<>();
        List<RiskLimit> parsed = new ArrayList<>();
        for (String text : limits) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new InvalidValueException(
                        "limits", text, "NAME=VALUE, such as max-order-value=1000");
            }
            RiskLimit limit =
                    LimitName.of(text.substring(0, equals)).read(text.substring(equals + 1));
            if (!names.add(limit.name())) {
                throw new InvalidValueException("limits", text, "each limit once");
            }
            parsed.add(limit);
        }
        return parsed;
    }
}
