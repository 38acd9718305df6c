package dev.lockstep.persistence.sql.access;

import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.SignInTable;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Instant;
import java.util.List;

/** SQL implementation of {@link SignIns}. */
public final class SqlSignIns implements SignIns {
    private final Writer writer;
    private final Readers readers;

    public SqlSignIns(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void add(SignIn signIn) {
        InsideWrite.refuse("a sign-in was written");
        writer.write(session -> {
            new SignInTable(session).insert(signIn);
            return true;
        });
    }

    @Override
    public List<SignIn> before(Instant time, int limit) {
        InsideWrite.refuse("the sign-ins were read");
        return readers.read(session -> new SignInTable(session).before(time, limit));
    }
}
