package dev.lockstep.persistence.sql.notification;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sql.rows.notification.LaneTable;
import dev.lockstep.persistence.sql.rows.notification.NoticeTable;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL implementation of {@link NotificationOutbox}: one row per lane and per notice. */
public final class SqlNotificationOutbox implements NotificationOutbox {
    private final Writer writer;
    private final Readers readers;
    private final @Nullable Lease held;

    /**
     * Creates the outbox of a database.
     *
     * @param held the lease required for writing, null if none is required
     */
    public SqlNotificationOutbox(Writer writer, Readers readers, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.held = held;
    }

    @Override
    public Optional<LaneProgress> progress(String channel, DeliveryLane lane) {
        return read(session -> new LaneTable(session).read(channel, lane));
    }

    @Override
    public List<LaneProgress> all() {
        return read(session -> new LaneTable(session).all());
    }

    @Override
    public void store(LaneProgress progress) {
        write(session -> {
            new LaneTable(session).write(progress);
            return true;
        });
    }

    @Override
    public boolean raise(Notification notice) {
        return write(session -> new NoticeTable(session).add(notice));
    }

    @Override
    public long lastNotice() {
        return read(session -> new NoticeTable(session).last());
    }

    @Override
    public List<Raised> noticesAfter(long seq, int limit) {
        if (limit < 1 || limit > MAX_NOTICES) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_NOTICES);
        }
        return read(session -> new NoticeTable(session).after(seq, limit));
    }

    @Override
    public NotificationOutbox fenced(Lease lease) {
        return new SqlNotificationOutbox(writer, readers, lease);
    }

    private <T> T read(Reading<T> reading) {
        InsideWrite.refuse("the notifications were read");
        return readers.read(reading);
    }

    private <T> T write(WriteUnit<T> unit) {
        InsideWrite.refuse("the notifications were written to");
        return writer.write(held == null ? unit : new Fenced<>(unit, held));
    }
}
