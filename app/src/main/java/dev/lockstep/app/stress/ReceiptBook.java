package dev.lockstep.app.stress;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All acknowledged versions, and which of them are not stored. */
final class ReceiptBook {
    private final Map<OrderId, BitSet> versions = new HashMap<>();
    private long lost;
    private long unclaimed;
    private long earlier;

    /** Reads what one process wrote down; gives how many versions that were. */
    long addAll(Path receipts) {
        long read = 0;
        try (BufferedReader lines = Files.newBufferedReader(receipts, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(Receipts.LINE_END)) {
                    int space = line.indexOf(' ');
                    int end = line.length() - Receipts.LINE_END.length();
                    add(
                            new OrderId(line.substring(0, space)),
                            Integer.parseInt(line.substring(space + 1, end)));
                    read++;
                }
            }
            return read;
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.NO, "cannot read the receipts: " + unreadable, unreadable);
        }
    }

    /** Adds a receipt; two receipts of one version mean that one write overwrote the other. */
    void add(OrderId id, int version) {
        BitSet reported = versions.computeIfAbsent(id, _ -> new BitSet());
        if (reported.get(version)) {
            lost++;
        }
        reported.set(version);
    }

    /** Takes note of a page of what earlier runs have stored; each order once. */
    void earlier(List<Order> stored) {
        stored.forEach(order -> earlier += order.version());
    }

    /** Compares a page of what is stored; each order once. */
    void compare(List<Order> stored) {
        stored.forEach(this::compare);
    }

    /** Returns the number of acknowledged versions that are not stored; after all were compared. */
    long lost() {
        long absent = versions.values().stream().mapToLong(BitSet::cardinality).sum();
        return lost + absent + Math.max(0, earlier - unclaimed);
    }

    /** Returns the number of stored versions without a receipt, without those of earlier runs. */
    long unclaimed() {
        return Math.max(0, unclaimed - earlier);
    }

    private void compare(Order order) {
        BitSet reported = versions.remove(order.id());
        if (reported == null) {
            unclaimed += order.version();
            return;
        }
        int version = Math.toIntExact(order.version());
        int kept = reported.get(0, version + 1).cardinality();
        lost += reported.cardinality() - kept;
        unclaimed += version - kept;
        if (!StressOrders.counted(order)) {
            lost++;
        }
    }
}
