package dev.lockstep.persistence.sqlite;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.port.legacy.LegacyBooks;
import dev.lockstep.persistence.sqlite.legacy.Ba2Books;
import java.nio.file.Path;
import java.util.List;

/**
 * Guice module that binds {@link LegacyBooks} to the SQLite databases of BA2, a Python trading
 * platform.
 */
public final class Ba2Module extends AbstractModule {
    private final List<Path> nativeFolders;

    /**
     * Creates the module.
     *
     * @param nativeFolders candidate folders for unpacking SQLite's native library, tried in order;
     *     empty for the system's temporary folder
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
