package dev.lockstep.imports;

import java.util.List;

/** Stores imported orders and counts the results. */
sealed interface ImportedOrders permits StoredImports, DryRunImport {
    /** Takes them, each for itself. */
    void addAll(List<ImportedOrder> orders);
}
