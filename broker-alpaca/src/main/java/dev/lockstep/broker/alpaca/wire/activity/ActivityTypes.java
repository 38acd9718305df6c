package dev.lockstep.broker.alpaca.wire.activity;

import dev.lockstep.domain.adjustment.AdjustmentKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps Alpaca's non-trade activity types to adjustment kinds; unknown types map to OTHER. */
final class ActivityTypes {
    private static final Map<String, AdjustmentKind> KINDS = kinds();

    private ActivityTypes() {}

    static AdjustmentKind kind(String type) {
        return KINDS.getOrDefault(type, AdjustmentKind.OTHER);
    }

    private static Map<String, AdjustmentKind> kinds() {
        Map<String, AdjustmentKind> kinds = new HashMap<>();
        put(kinds, AdjustmentKind.FEE, "CFEE", "FEE", "PTC", "PTR");
        put(kinds, AdjustmentKind.SPLIT, "SPLIT", "SSP", "CIL");
        put(
                kinds,
                AdjustmentKind.TRANSFER,
                List.of(
                        "TRANS", "ACATC", "ACATS", "CSD", "CSW", "CSR", "CGD", "JNL", "JNLC",
                        "JNLS", "FOPT", "OCT"));
        put(kinds, AdjustmentKind.ASSIGNMENT, "OPASN", "OPEXC", "OPEXP", "OPCSH", "OPTRD");
        put(
                kinds,
                AdjustmentKind.SYMBOL_CHANGE,
                List.of("NC", "MA", "SPIN", "SSO", "REORG", "SC", "SSC", "OPCA", "VOF"));
        put(
                kinds,
                AdjustmentKind.DIVIDEND,
                List.of(
                        "DIV", "DIVCGL", "DIVCGS", "DIVFEE", "DIVFT", "DIVNRA", "DIVROC", "DIVTW",
                        "DIVTXEX", "DIVWH", "DIVSPD"));
        put(kinds, AdjustmentKind.INTEREST, "INT", "INTNRA", "INTTW");
        return Map.copyOf(kinds);
    }

    private static void put(
            Map<String, AdjustmentKind> kinds, AdjustmentKind kind, String... types) {
        put(kinds, kind, List.of(types));
    }

    private static void put(
            Map<String, AdjustmentKind> kinds, AdjustmentKind kind, List<String> types) {
        types.forEach(type -> kinds.put(type, kind));
    }
}
