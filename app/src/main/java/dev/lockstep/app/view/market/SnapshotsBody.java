package dev.lockstep.app.view.market;

import java.util.List;

/**
 * The snapshots of several instruments in JSON.
 *
 * @param snapshots in the requested order
 */
public record SnapshotsBody(List<SnapshotBody> snapshots) {
    public SnapshotsBody {
        snapshots = List.copyOf(snapshots);
    }
}
