package dev.lockstep.app.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.OrderStore;
import java.util.List;
import java.util.Objects;

/** Creates injectors; a store that cannot be opened is reported as that. */
final class Injectors {
    private Injectors() {}

    static Injector of(List<Module> modules) {
        try {
            return Guice.createInjector(Stage.PRODUCTION, modules);
        } catch (CreationException failed) {
            throw cause(failed);
        }
    }

    /** Returns the same with a store, which must not be an unfinished copy. */
    static Injector withStore(List<Module> modules) {
        Injector injector = of(modules);
        UnfinishedCopy.refuse(injector.getInstance(OrderStore.class));
        return injector;
    }

    /** Guice reports a store that cannot be opened as a mistake of wiring, which it is not. */
    private static RuntimeException cause(CreationException failed) {
        return failed.getErrorMessages().stream()
                .map(Message::getCause)
                .filter(Objects::nonNull)
                .filter(cause ->
                        cause instanceof RepositoryException
                                || cause instanceof InvalidValueException)
                .map(RuntimeException.class::cast)
                .findFirst()
                .orElse(failed);
    }
}
