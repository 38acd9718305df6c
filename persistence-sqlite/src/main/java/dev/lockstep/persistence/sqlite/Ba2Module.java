package dev.lockstep.persistence.sqlite;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.port.LegacyBooks;
import dev.lockstep.persistence.sqlite.legacy.Ba2Books;
import java.nio.file.Path;
import java.util.List;

/** Binds {@link LegacyBooks} to the SQLite databases of BA2, a Python platform. */
public final class Ba2Module extends AbstractModule {
    private final List<Path> nativeFolders;

    /**
     * Needs nothing.
     *
     * @param nativeFolders where SQLite's native library may be unpacked, the first that allows it;
     *     the system's temporary folder where there are none
     */
    public Ba2Module(List<Path> nativeFolders) {
        this.nativeFolders = List.copyOf(nativeFolders);
    }

    @Provides
    @Singleton
    LegacyBooks books() {
        return new Ba2Books(nativeFolders);
    }
}
