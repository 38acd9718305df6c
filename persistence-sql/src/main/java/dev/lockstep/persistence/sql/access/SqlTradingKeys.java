package dev.lockstep.persistence.sql.access;

import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sql.rows.RiskTable;
import dev.lockstep.persistence.sql.rows.TradingKeyTable;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** SQL implementation of {@link TradingKeys}: reads and changes rows under the write lock. */
public final class SqlTradingKeys implements TradingKeys {
    private final Writer writer;
    private final Readers readers;

    public SqlTradingKeys(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public boolean add(TradingKey key, List<RiskChange> limits) {
        return write(session -> {
            TradingKeyTable table = new TradingKeyTable(session);
            boolean free = table.byName(key.name()).isEmpty() && table.count() < MAX_KEYS;
            if (free) {
                table.insert(key);
                for (RiskChange limit : limits) {
                    new RiskTable(session).apply(limit);
                }
            }
            return free;
        });
    }

    @Override
    public Optional<TradingKey> update(KeyName name, UnaryOperator<TradingKey> change) {
        return write(session -> {
            TradingKeyTable table = new TradingKeyTable(session);
            Optional<TradingKey> before = table.byName(name);
            Optional<TradingKey> after = before.map(change);
            if (after.isPresent() && !after.equals(before)) {
                table.update(after.get());
            }
            return after;
        });
    }

    @Override
    public Optional<TradingKey> byId(KeyId id) {
        return read(session -> new TradingKeyTable(session).byId(id));
    }

    @Override
    public Optional<TradingKey> byName(KeyName name) {
        return read(session -> new TradingKeyTable(session).byName(name));
    }

    @Override
    public List<TradingKey> all() {
        return read(session -> new TradingKeyTable(session).all());
    }

    private <T> T write(WriteUnit<T> unit) {
        InsideWrite.refuse("the trading keys were written to");
        return writer.write(unit);
    }

    private <T> T read(Reading<T> reading) {
        InsideWrite.refuse("the trading keys were read");
        return readers.read(reading);
    }
}
