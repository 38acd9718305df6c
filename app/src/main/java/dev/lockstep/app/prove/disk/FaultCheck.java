package dev.lockstep.app.prove.disk;

import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.write.LoggedLine;
import dev.lockstep.app.prove.disk.write.LoggedWrite;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Checks from the log of a run how its process behaved while its disk failed. */
final class FaultCheck {
    private final DiskFault fault;
    private final Map<Reason, Integer> failures = new EnumMap<>(Reason.class);
    private final List<String> faults = new ArrayList<>();
    private boolean failing;
    private boolean refused;
    private boolean recovered;
    private int storedOnFullDisk;
    private int storedAfterwards;

    private FaultCheck(DiskFault fault) {
        this.fault = fault;
    }

    /** Returns what is wrong; empty if nothing is. */
    static List<String> faults(DiskFault fault, List<LoggedLine> lines) {
        FaultCheck check = new FaultCheck(fault);
        lines.forEach(line -> check.add(line.write()));
        return check.result();
    }

    private void add(LoggedWrite write) {
        switch (write) {
            case LoggedWrite.Noted noted -> note(noted);
            case LoggedWrite.Failed failed -> failed(failed);
            case LoggedWrite.Done _ -> {
                storedAfterwards += recovered ? 1 : 0;
                storedOnFullDisk += failing && refused ? 1 : 0;
            }
            case LoggedWrite.Begun _, LoggedWrite.BegunChange _ -> {
                // Its outcome is another line.
            }
        }
    }

    private void note(LoggedWrite.Noted noted) {
        switch (noted.event()) {
            case FAULT -> failing = true;
            case ENDED -> failing = false;
            case RECOVERED -> recovered = true;
            case ERROR -> faults.add(noted.text());
        }
    }

    private void failed(LoggedWrite.Failed failed) {
        failures.merge(failed.reason(), 1, Integer::sum);
        refused |= failed.reason() == Reason.HALTED;
        if (failed.reason() != Reason.HALTED && !fault.reasons().contains(failed.reason())) {
            faults.add(
                    "write %d failed with %s, which is no reason of %s"
                            .formatted(failed.number(), failed.reason(), fault.word()));
        }
        if (recovered) {
            faults.add(
                    "write %d failed with %s after the fault"
                            .formatted(failed.number(), failed.reason()));
        }
    }

    private List<String> result() {
        if (!storedFromReserve()
                && failures.keySet().stream().noneMatch(fault.reasons()::contains)) {
            faults.add("no write failed because of " + fault.word());
        }
        if (!refused) {
            faults.add("new orders were not refused during " + fault.word());
        }
        if (!recovered || storedAfterwards == 0) {
            faults.add("nothing was stored after " + fault.word());
        }
        if (fault == DiskFault.FULL && storedOnFullDisk == 0) {
            faults.add("no cancel and no halt was stored on the full disk");
        }
        return faults;
    }

    /**
     * Returns whether the first write that found the disk full may have been a cancel or a halt: it
     * is then stored in the reserve's place, and the refusal of new orders is all that is seen.
     */
    private boolean storedFromReserve() {
        return fault == DiskFault.FULL && refused && storedOnFullDisk > 0;
    }
}
