package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.StoreBackup;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.persistence.sqlite.SqliteStore;

/** Binds the orders of a data folder. */
final class BookModule extends AbstractModule {
    @Provides
    @Singleton
    Book book(
            OrderRepository repository,
            StoreInspection inspection,
            StoreBackup backup,
            SqliteStore store) {
        return new Book(repository, inspection, backup, store);
    }
}
