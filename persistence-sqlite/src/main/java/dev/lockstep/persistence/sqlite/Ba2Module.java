package dev.lockstep.persistence.sqlite;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.port.LegacyBooks;
import dev.lockstep.persistence.sqlite.legacy.Ba2Books;

/** Binds {@link LegacyBooks} to the SQLite databases of BA2, a Python platform. */
public final class Ba2Module extends AbstractModule {
    /** Needs nothing. */
    public Ba2Module() {}

    @Provides
    @Singleton
    LegacyBooks books() {
        return new Ba2Books();
    }
}
