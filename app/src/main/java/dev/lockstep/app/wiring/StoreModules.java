package dev.lockstep.app.wiring;

import com.google.inject.Module;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.StoreTuning;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresModule;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the module of the store that the settings name. Thread-safe. */
final class StoreModules {
    private final ProcessEnvironment processEnvironment;

    StoreModules(ProcessEnvironment processEnvironment) {
        this.processEnvironment = processEnvironment;
    }

    /** Returns the address of the server that has the store, empty for a file. */
    static Optional<PostgresAddress> serverOf(Settings settings) {
        return settings.tuning().store().server().map(StoreTuning.Server::address);
    }

    /** Returns the server or the file as it is shown to the user. */
    static String placeOf(Settings settings) {
        return serverOf(settings)
                .map(PostgresAddress::toString)
                .orElse(settings.folder().database().toString());
    }

    /** Returns the module of a store that is created where it is absent. */
    Module created(Settings settings) {
        return module(settings, module -> module);
    }

    /** Returns the module of a store whose schema on a server must exist. */
    Module existing(Settings settings) {
        return module(settings, PostgresModule::ofExisting);
    }

    /** Returns the module of the folder's file, with a bound of its own on waits for its lock. */
    Module file(Settings settings, Duration longest) {
        return new SqliteModule(
                fileOf(settings).withLockDeadline(longest), processEnvironment.random());
    }

    private Module module(Settings settings, UnaryOperator<PostgresModule> onServer) {
        StoreTuning tuning = settings.tuning().store();
        List<Path> folders = nativeFolders(settings);
        return tuning.server()
                .<Module>map(server ->
                        onServer.apply(
                                new PostgresModule(
                                        tuning.at(server),
                                        processEnvironment.random(),
                                        file ->
                                                SqliteStore.open(
                                                        SqliteConfig.at(file)
                                                                .withNativeFolders(folders)))))
                .orElseGet(() -> new SqliteModule(fileOf(settings), processEnvironment.random()));
    }

    private SqliteConfig fileOf(Settings settings) {
        return settings.tuning()
                .store()
                .at(settings.folder().database())
                .withNativeFolders(nativeFolders(settings));
    }

    private List<Path> nativeFolders(Settings settings) {
        return List.of(nativeCache(), settings.folder().nativeLibraries());
    }

    /** Returns the folder of this machine for SQLite's native library. */
    Path nativeCache() {
        return processEnvironment.cache().resolve("native");
    }
}
