package dev.lockstep.domain.usecase.imports;

import dev.lockstep.domain.legacy.ImportedOrder;
import java.util.List;

/** Where imported orders go, and what becomes of each is counted. */
sealed interface ImportedOrders permits StoredImports, DryRunImport {
    /** Takes them, each for itself. */
    void addAll(List<ImportedOrder> orders);
}
