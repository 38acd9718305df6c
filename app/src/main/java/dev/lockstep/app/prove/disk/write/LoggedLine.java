package dev.lockstep.app.prove.disk.write;

import dev.lockstep.app.prove.disk.journal.DiskOp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the log with its place among the recorded operations.
 *
 * @param at the number of the operation that wrote it
 * @param write the line
 */
public record LoggedLine(int at, LoggedWrite write) {
    /** Returns all lines. */
    public static List<LoggedLine> of(List<DiskOp> ops) {
        List<LoggedLine> lines = new ArrayList<>();
        for (int at = 0; at < ops.size(); at++) {
            if (ops.get(at) instanceof DiskOp.Written written
                    && written.file().equals(WriteLog.NAME)) {
                byte[] bytes = new byte[written.bytes().limit()];
                written.bytes().get(0, bytes);
                lines.add(
                        new LoggedLine(
                                at,
                                LoggedWrite.of(new String(bytes, StandardCharsets.UTF_8).strip())));
            }
        }
        return lines;
    }
}
