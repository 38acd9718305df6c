package dev.lockstep.simulation.memory;

import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Refuses the writes of an owner whose lease another process took. */
record Fence(BooleanSupplier held) {
    /** Every method of the fenced ports that stores something. */
    private static final Set<String> WRITES =
            Set.of(
                    "addAll",
                    "add",
                    "intend",
                    "intendAgain",
                    "release",
                    "update",
                    "updateAll",
                    "open",
                    "close",
                    "correct",
                    "acknowledge",
                    "write");

    <T> T around(Class<T> type, T port) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, args) -> call(port, method, args)));
    }

    private Object call(Object port, Method method, Object @Nullable [] args) throws Throwable {
        if (writes(method) && !held.getAsBoolean()) {
            throw new RepositoryException(Reason.FENCED, "another process took the lease");
        }
        Object result = invoked(port, method, args);
        return result instanceof Adjustments adjustments
                ? around(Adjustments.class, adjustments)
                : result;
    }

    private static boolean writes(Method method) {
        return WRITES.contains(method.getName())
                || (method.getName().equals("completeUntil") && method.getParameterCount() == 1);
    }

    private static Object invoked(Object port, Method method, Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(port, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
