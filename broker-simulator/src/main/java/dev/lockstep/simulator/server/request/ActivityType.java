package dev.lockstep.simulator.server.request;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import java.util.Set;

/** The published activity types, which requests may name. */
public final class ActivityType {
    /** The type of trades. */
    public static final String FILL = "FILL";

    private static final Set<String> ALL =
            Set.of(
                    ("FILL TRANS MISC ACATC ACATS CFEE CGD CSD CSW DIV DIVCGL DIVCGS DIVFEE DIVFT"
                                    + " DIVNRA DIVROC DIVTW DIVTXEX FEE INT INTNRA INTTW JNL JNLC"
                                    + " JNLS MA NC OPASN OPCA OPCSH OPEXC OPEXP OPTRD PTC PTR REORG"
                                    + " SPIN SPLIT FOPT OCT")
                            .split(" ", -1));

    private ActivityType() {}

    /** Refuses an unknown type. */
    public static void requireKnown(String type) {
        if (!ALL.contains(type)) {
            throw new RefusedRequest(Refusal.invalid("invalid activity type: " + type));
        }
    }
}
