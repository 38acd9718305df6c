package dev.lockstep.app.prove.disk.library;

import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A way in which a disk fails. */
public enum DiskFault {
    /** Nothing more fits: a write that makes a file longer fails with ENOSPC. */
    FULL(1),
    /** Nothing can be changed: writes fail with EROFS. */
    READ_ONLY(2),
    /** Writes fail with EIO. */
    WRITE_ERROR(3),
    /** Syncs fail with EIO. */
    SYNC_ERROR(4),
    /** Of each write only the first half is done, and the call fails with EIO. */
    TORN_WRITE(5),
    /** Syncs succeed and do nothing: no program can notice, and a crash loses data. */
    LOST_SYNCS(6);

    private final int code;

    DiskFault(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns the reasons for which writes may fail, besides the refusal of new orders. */
    public Set<Reason> reasons() {
        return switch (this) {
            case FULL -> EnumSet.of(Reason.DISK_FULL);
            case READ_ONLY -> EnumSet.of(Reason.READ_ONLY, Reason.IO_ERROR, Reason.COMMIT_UNKNOWN);
            case WRITE_ERROR, SYNC_ERROR, TORN_WRITE ->
                    EnumSet.of(Reason.IO_ERROR, Reason.COMMIT_UNKNOWN);
            case LOST_SYNCS -> EnumSet.noneOf(Reason.class);
        };
    }

    /** Returns whether a program can notice it. */
    public boolean noticed() {
        return this != LOST_SYNCS;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the fault of this name. */
    public static DiskFault of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValueException(
                                "fault",
                                word,
                                Arrays.stream(values())
                                        .map(DiskFault::word)
                                        .collect(Collectors.joining(", "))));
    }
}
